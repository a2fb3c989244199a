"""A solution before it is built: pictures, API, risks, estimates, a checklist for the review."""

from __future__ import annotations

from sphinx_archdoc.templates import Page, Template

TEMPLATE = Template(
    name="solution",
    title="Solution architecture",
    audience="those who propose a solution, and those who review and estimate it",
    opening=("control", "overview"),
    pages=(
        Page(
            "architecture",
            "Architecture",
            ("context", "containers", "model", "components", "details"),
        ),
        Page("technology", "Technology stack", ("stack",)),
        Page("api", "API", ("api", "errors")),
        Page("flows", "Key flows", ("flows", "sign-in-flow")),
        Page("data", "Data", ("data", "caching", "retention")),
        Page("security", "Security", ("security",)),
        Page("integrations", "Integrations", ("integrations",)),
        Page("operation", "Operation", ("deployment", "pipeline", "goals", "monitoring", "growth")),
        Page("decisions", "Decisions", ("decisions",)),
        Page("risks", "Risks", ("risks", "questions")),
        Page("estimates", "Estimates and plan", ("estimates", "roadmap")),
        Page("review", "Review", ("checklist", "missing", "history")),
    ),
    checks=(
        "no-placeholders",
        "c4-context-view",
        "c4-container-view",
        "c4-component-view",
        "c4-deployment-view",
        "technologies-exist",
        "flow-view",
        "data-model-view",
        "error-codes-exist",
        "caching-exists",
        "integrations-exist",
        "goals-exist",
        "alerts-exist",
        "containers-have-owner",
        "decisions-exist",
        "risks-exist",
        "risks-have-owner",
        "risks-have-mitigation",
        "no-open-high-risk",
        "questions-are-answered",
        "all-rules-pass",
    ),
)
