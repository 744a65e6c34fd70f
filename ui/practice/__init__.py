"""The banner over the pretend shop, with its clock."""
