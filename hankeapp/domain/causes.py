"""Why the system refused a file, in the person's words and not in the system's."""

from __future__ import annotations

import errno

from hankeapp.translation import mark, tr

_CAUSES = {
    errno.EACCES: mark("you do not have the right"),
    errno.EPERM: mark("you do not have the right"),
    errno.EROFS: mark("the disk is read-only"),
    errno.ENOENT: mark("there is no such file or folder"),
    errno.ENOTDIR: mark("a part of the path is not a folder"),
    errno.EISDIR: mark("it is a folder"),
    errno.ENAMETOOLONG: mark("the name is too long"),
    errno.EINVAL: mark("the name has a character that cannot be in it"),
    errno.ENOSPC: mark("the disk is full"),
    errno.EDQUOT: mark("the disk is full"),
    errno.EFBIG: mark("the file would be larger than the disk or the system allows"),
    errno.ELOOP: mark("the shortcut leads to itself"),
}


def cause(error: OSError) -> str:
    """The end of a sentence, to stand after a colon; the system's own words for what is rare."""
    known = _CAUSES.get(error.errno or 0)
    return tr(known) if known else error.strerror or str(error)
