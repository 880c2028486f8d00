"""Who works here, in which role and for which organisation."""
