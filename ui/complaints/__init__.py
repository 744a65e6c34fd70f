"""The Complaints page: public complaints on their way to an ending that a passer-by can see."""
