"""Reports of flaws in the site's accessibility, as the law on digital service asks."""
