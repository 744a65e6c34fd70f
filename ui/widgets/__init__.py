"""Small things that several pages share; each follows the theme and names itself to screen readers."""
