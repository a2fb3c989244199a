"""One change to a system in depth, to be discussed in a review."""

from __future__ import annotations

from sphinx_archdoc.templates import Page, Template

TEMPLATE = Template(
    name="deep-dive",
    title="Technical deep dive",
    audience="a review of one change to a system that exists, such as a migration",
    opening=("control", "purpose"),
    pages=(
        Page("change", "What changes", ("change",)),
        Page("architecture", "Architecture", ("context", "containers", "model")),
        Page("flows", "Data flow and interactions", ("flows", "data-flow")),
        Page("data", "Data model", ("data", "caching")),
        Page("security", "Security", ("security", "sign-in-flow")),
        Page("deployment", "Deployment and scaling", ("deployment", "growth")),
        Page("monitoring", "Monitoring", ("goals", "monitoring")),
        Page("migration", "Migration", ("rollout", "roadmap")),
        Page("decisions", "Decisions", ("decisions",)),
        Page("risks", "Risks", ("risks",)),
        Page("discussion", "Discussion", ("questions", "next-steps", "missing")),
    ),
    checks=(
        "no-placeholders",
        "c4-container-view",
        "c4-deployment-view",
        "elements-are-described",
        "flow-view",
        "data-model-view",
        "caching-exists",
        "goals-exist",
        "alerts-exist",
        "decisions-exist",
        "risks-exist",
        "risks-have-mitigation",
        "no-open-high-risk",
        "all-rules-pass",
    ),
)
