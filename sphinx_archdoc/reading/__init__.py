"""From docutils nodes to model data: sections, options, table rows. No environment."""
