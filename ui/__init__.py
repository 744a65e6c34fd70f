"""What you see: Qt widgets over one Shop object."""
