"""Reading what was said before this program: official exports of places, and tables.

A file in this folder is a format. A reader yields posts and the rows it could not read, one by one, and knows nothing
of the shop's store; `desktop/bringing_in.py` carries them in. What was brought by which file stands in `marks.py`.
"""
