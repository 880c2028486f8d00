"""What we tell: agreements, focus areas, news, ordinary pages."""
