#!/usr/bin/env python3
"""test-layers.py BUILD: an arrow that points up does not compile.

With each room's own compiler flags, as the build recorded them, a file that
includes a header of a room above, or of a toolkit it must not know, has to fail, and
one that includes the room's own headers has to pass.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import functools
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

import tap
from tree import ROOT, below

BUILD = pathlib.Path(sys.argv[1])
# Headers of each room that others see; the first that is there stands for the room.
ROOMS = ['base', 'project', 'frameworks', 'store', 'geo', 'analysis', 'exchange', 'draw', 'report', 'cli', 'app']
MUST_NOT = {
    'base': ['project', 'frameworks', 'store', 'geo', 'analysis', 'exchange', 'draw', 'report', 'app', 'gtk/gtk.h',
             'cairo.h', 'gdal.h', 'json-glib/json-glib.h'],
    'project': ['frameworks', 'store', 'geo', 'analysis', 'exchange', 'draw', 'report', 'app', 'gtk/gtk.h', 'cairo.h',
                'gdal.h', 'json-glib/json-glib.h'],
    'frameworks': ['store', 'geo', 'analysis', 'exchange', 'draw', 'report', 'app', 'gtk/gtk.h', 'cairo.h',
                   'gdal.h', 'json-glib/json-glib.h'],
    'store': ['geo', 'analysis', 'exchange', 'draw', 'report', 'app', 'gtk/gtk.h', 'cairo.h', 'gdal.h'],
    'geo': ['project', 'frameworks', 'store', 'analysis', 'exchange', 'draw', 'report', 'app', 'gtk/gtk.h', 'cairo.h',
            'json-glib/json-glib.h'],
    'analysis': ['exchange', 'draw', 'report', 'app', 'gtk/gtk.h', 'cairo.h', 'json-glib/json-glib.h'],
    'exchange': ['draw', 'report', 'app', 'gtk/gtk.h', 'cairo.h'],
    'draw': ['exchange', 'report', 'app', 'gtk/gtk.h', 'json-glib/json-glib.h'],
    'report': ['app', 'gtk/gtk.h', 'adwaita.h'],
    'cli': ['app', 'gtk/gtk.h', 'adwaita.h', 'shumate/shumate.h'],
}


@functools.lru_cache(maxsize=None)
def commands():
    """The compiler's arguments of one file of each room, without its source and output."""
    found = {}
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        source = (BUILD / entry['file']).resolve()
        try:
            parts = source.relative_to(ROOT).parts
        except ValueError:
            continue
        if parts[0] == 'src' and source.suffix == '.c' and parts[1] not in found:
            args = shlex.split(entry['command'])
            kept = [arg for arg in args if arg.startswith(('-I', '-isystem', '-D', '-pthread', '-std='))]
            found[parts[1]] = [args[1] if args[0].endswith('ccache') else args[0], *kept]
    return found


def compiles(room, include):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / 'try.c'
        source.write_text(f'#include {include}\n')
        done = subprocess.run([*commands()[room], '-fsyntax-only', str(source)], cwd=BUILD, capture_output=True,
                              text=True)
    return done.returncode == 0, done.stderr


def headers(room):
    return [path.name for path in below('src', '.h') if path.parts[1] == room]


def check(room):
    if room not in commands():
        yield f'no file of {room}/ is compiled'
        return
    for own in headers(room)[:1]:
        good, message = compiles(room, f'"{own}"')
        if not good:
            yield f'{room}/ cannot include its own {own}: {message.splitlines()[0] if message else ""}'
    for target in MUST_NOT[room]:
        if target.endswith('.h'):
            if compiles(room, f'<{target}>')[0]:
                yield f'{room}/ can include <{target}>'
        else:
            for name in headers(target)[:1]:
                if compiles(room, f'"{name}"')[0]:
                    yield f'{room}/ can include {name} of {target}/'


if __name__ == '__main__':
    tap.run([(f'{room} knows only what is below it', functools.partial(check, room)) for room in MUST_NOT
             # A room may be laid out before anything is in it.
             if any(path.parts[1] == room for path in below('src', '.c'))])
