"""Questions to area officers: asked by anybody, answered in public."""
