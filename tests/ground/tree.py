"""tree.py: the files of the source tree, as the checks of this folder see them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import functools
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = {'.png', '.gz', '.ico', '.pdf', '.gpkg', '.shp', '.shx', '.dbf', '.xlsx', '.ods'}


@functools.lru_cache(maxsize=None)
def tracked():
    """Paths of the files that belong to the project, relative to its root."""
    listing = None
    if shutil.which('git'):
        listing = subprocess.run(['git', '-C', ROOT, '-c', f'safe.directory={ROOT}', 'ls-files', '-z', '-co',
                                  '--exclude-standard'], capture_output=True, text=True)
    if listing and listing.returncode == 0:
        names = sorted({name for name in listing.stdout.split('\0') if name})
        return [path for path in map(pathlib.Path, names) if (ROOT / path).is_file()]
    # Not a clone but an unpacked archive.
    return sorted(path.relative_to(ROOT) for path in ROOT.rglob('*')
                  if path.is_file() and not any(part.startswith(('_', '.git')) for part in
                                                path.relative_to(ROOT).parts[:-1]))


def below(folder, *suffixes):
    return [path for path in tracked() if path.parts[0] == folder and path.suffix in suffixes]


@functools.lru_cache(maxsize=None)
def text(path):
    """The text of a file, or nothing where it is not text."""
    if path.suffix in BINARY:
        return ''
    try:
        return (ROOT / path).read_text(encoding='utf-8')
    except UnicodeDecodeError:
        return ''


def without_comments(source):
    """C source with comments blanked, line numbers kept; strings stay as they are."""
    out = []
    i = 0
    while i < len(source):
        if source.startswith('/*', i):
            end = source.find('*/', i + 2)
            end = len(source) if end < 0 else end + 2
            out.append('\n' * source.count('\n', i, end))
            i = end
        elif source.startswith('//', i):
            end = source.find('\n', i)
            i = len(source) if end < 0 else end
        elif source[i] in '"\'':
            j = i + 1
            while j < len(source) and source[j] != source[i] and source[j] != '\n':
                j += 2 if source[j] == '\\' else 1
            out.append(source[i:j + 1])
            i = j + 1
        else:
            out.append(source[i])
            i += 1
    return ''.join(out)


def lines(path):
    return enumerate(text(path).splitlines(), 1)
