"""Every Vietnamese sentence the assistant says by template, one file each; a leaf room."""
