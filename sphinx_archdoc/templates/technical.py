"""How a system is built, for those who build on it and run it."""

from __future__ import annotations

from sphinx_archdoc.templates import Page, Template

TEMPLATE = Template(
    name="technical",
    title="Technical architecture",
    audience="developers and operators who have to know how a running system is built",
    opening=("control", "summary"),
    pages=(
        Page(
            "system",
            "System architecture",
            ("context", "containers", "model", "components", "details"),
        ),
        Page("data", "Data architecture", ("data", "data-flow", "retention", "caching")),
        Page("api", "API", ("api", "errors")),
        Page("security", "Security", ("security",)),
        Page("infrastructure", "Infrastructure", ("deployment", "sizing", "monitoring")),
        Page("technology", "Technology and integrations", ("stack", "integrations")),
        Page("quality", "Performance and recovery", ("goals", "failures", "recovery")),
        Page("decisions", "Decisions", ("decisions",)),
        Page("plan", "Migration and risks", ("change", "roadmap", "risks")),
        Page("appendix", "Appendix", ("glossary", "references", "missing", "history")),
    ),
    checks=(
        "no-placeholders",
        "c4-context-view",
        "c4-container-view",
        "c4-component-view",
        "c4-deployment-view",
        "elements-are-described",
        "containers-have-owner",
        "containers-have-technology",
        "technologies-exist",
        "data-model-view",
        "flow-view",
        "caching-exists",
        "error-codes-exist",
        "integrations-exist",
        "goals-exist",
        "alerts-exist",
        "decisions-exist",
        "decisions-are-settled",
        "decisions-have-consequences",
        "all-rules-pass",
    ),
)
