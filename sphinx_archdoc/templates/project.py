"""The architecture of one project, with its key flows: short, and kept beside the code."""

from __future__ import annotations

from sphinx_archdoc.templates import Page, Template

TEMPLATE = Template(
    name="project",
    title="Project architecture",
    audience="a team that keeps the architecture of one system beside its code",
    opening=("control", "overview"),
    pages=(
        Page(
            "architecture", "Architecture", ("context", "containers", "model", "stack", "details")
        ),
        Page("goals", "Goals and constraints", ("goals", "constraints")),
        Page("flows", "Key flows", ("flows", "sign-in-flow")),
        Page("data", "Data model", ("data",)),
        Page("security", "Security", ("security", "threats")),
        Page("operation", "Operation", ("deployment", "pipeline", "monitoring", "rollout")),
        Page("decisions", "Decisions", ("decisions",)),
        Page("risks", "Risks and open points", ("risks", "growth", "questions")),
        Page("state", "State of this document", ("missing", "history")),
    ),
    checks=(
        "no-placeholders",
        "c4-context-view",
        "c4-container-view",
        "elements-are-described",
        "technologies-exist",
        "goals-exist",
        "flow-view",
        "data-model-view",
        "decisions-exist",
        "decisions-have-consequences",
        "risks-exist",
        "risks-have-mitigation",
        "no-open-high-risk",
        "questions-are-answered",
        "all-rules-pass",
    ),
)
