#!/usr/bin/env python3
"""test-strings.py: everything a person reads reaches the translators.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import shutil
import subprocess
import tempfile

import tap
from tree import ROOT, text, tracked, without_comments

CALL = re.compile(r'(?<![\w.])(?:N?_|C_|NC_|Q_|n?gettext|g_dn?gettext|g_dpgettext2?)\s*\(\s*"')


def listed():
    lines = (ROOT / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def speaking():
    """The files that hold words for people."""
    for path in tracked():
        name = str(path)
        if path.parts[0] == 'src' and path.suffix == '.c' and CALL.search(without_comments(text(path))):
            yield name
        elif path.parts[0] == 'ui' and path.suffix == '.ui' and 'translatable="yes"' in text(path):
            yield name
        elif path.parts[0] == 'data' and name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
            yield name


def potfiles():
    have, need = listed(), list(speaking())
    for name in sorted(set(need) - set(have)):
        yield f'po/POTFILES.in lacks {name} (tools/update-potfiles mends it)'
    for name in sorted(set(have) - set(need)):
        yield f'po/POTFILES.in names {name}, which has no words (tools/update-potfiles mends it)'
    if have != sorted(have):
        yield 'po/POTFILES.in is not in order'


def template():
    """The translators' template can be made, without a warning, and holds the words."""
    if not shutil.which('xgettext'):
        raise tap.Skip('xgettext is not installed')
    with tempfile.TemporaryDirectory() as folder:
        out = f'{folder}/branchline.pot'
        done = subprocess.run(
            ['xgettext', '--directory', ROOT, '--files-from', ROOT / 'po' / 'POTFILES.in', '--from-code=UTF-8',
             '--add-comments=Translators', '--package-name=branchline', '--output', out,
             '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2',
             '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3', '--flag=N_:1:pass-c-format',
             '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format', '--flag=g_dngettext:2:pass-c-format',
             '--flag=g_strdup_printf:1:c-format', '--flag=g_string_printf:2:c-format',
             '--flag=g_string_append_printf:2:c-format', '--flag=g_error_new:3:c-format',
             '--flag=g_set_error:4:c-format'],
            capture_output=True, text=True, env={'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8'})
        if done.returncode:
            yield from done.stderr.splitlines()
            return
        for line in done.stderr.splitlines():
            yield line
        with open(out, encoding='utf-8') as pot:
            words = pot.read().count('\nmsgid ')
        if words < len(listed()):
            yield f'only {words} messages from {len(listed())} files'


def plurals():
    """A number and its noun go through ngettext, so that no "1 libraries" is possible in any language."""
    for path in tracked():
        if path.parts[0] == 'src' and path.suffix == '.c':
            code = without_comments(text(path))
            for match in re.finditer(r'(?<![\w])_\s*\(\s*"(?:[^"\\]|\\.)*%(?:u|d|i|zu|" G_\w+ ")\s+(?:libraries|areas|people|rows|'
                                     r'records|faults|files|columns|groups|values)\b', code):
                yield f'{path}:{code.count(chr(10), 0, match.start()) + 1}: {match.group(0)}…'


if __name__ == '__main__':
    tap.run([('potfiles', potfiles), ('template', template), ('plurals', plurals)])
