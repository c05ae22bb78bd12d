#!/usr/bin/env python3
"""test-desktop.py BUILD: what a desktop is told about the program is true and well formed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tap
from tree import ROOT, below

BUILD = pathlib.Path(sys.argv[1])
APP_ID = 'io.github.branchline.Branchline'
DATA = ROOT / 'data'


def tool(*command, env=None):
    """Runs a checker; what it says is a fault when it fails."""
    if not shutil.which(command[0]):
        raise tap.Skip(f'{command[0]} is not installed')
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          env={**os.environ, **(env or {})})
    if done.returncode:
        return (done.stdout + done.stderr).splitlines() or [f'{command[0]} failed']
    return []


def metainfo():
    return tool('appstreamcli', 'validate', '--no-net', BUILD / 'data' / f'{APP_ID}.metainfo.xml')


def desktop_file():
    return tool('desktop-file-validate', BUILD / 'data' / f'{APP_ID}.desktop')


def schema():
    return tool('glib-compile-schemas', '--strict', '--dry-run', DATA)


def xml():
    """Every template, picture and description is well-formed XML."""
    for path in below('ui', '.ui') + below('data', '.svg', '.xml', '.rng', '.branchline', '.in'):
        if path.suffix != '.in' or path.name.endswith('.xml.in'):
            yield from tool('xmllint', '--noout', '--nonet', '--huge', ROOT / path)


def media_type():
    """A project is known by its name, though it is XML too."""
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        packages = home / 'data' / 'mime' / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(DATA / f'{APP_ID}.mime.xml', packages / f'{APP_ID}.xml')
        yield from tool('update-mime-database', home / 'data' / 'mime')
        project = home / 'plan.branchline'
        project.write_text('<?xml version="1.0"?>\n<project xmlns="urn:branchline:project:1"/>\n', encoding='utf-8')
        done = subprocess.run(['gio', 'info', '-a', 'standard::content-type', project], capture_output=True, text=True,
                              env={**os.environ, 'XDG_DATA_HOME': str(home / 'data'), 'GIO_USE_VFS': 'local'})
        if 'application/x-branchline+xml' not in done.stdout:
            yield f'{project.name}: {done.stdout.strip()} {done.stderr.strip()}'


def icons():
    """Each icon can be drawn at the sizes desktops ask for, and the symbolic one has a single colour."""
    for path in below('data', '.svg'):
        for size in (16, 48, 256):
            yield from draw(path, size)
    symbolic = (DATA / 'icons/hicolor/symbolic/apps' / f'{APP_ID}-symbolic.svg').read_text(encoding='utf-8')
    if symbolic.count('fill="#') != 1:
        yield 'the symbolic icon has more than one colour'


def draw(path, size):
    if not shutil.which('rsvg-convert'):
        raise tap.Skip('rsvg-convert is not installed')
    done = subprocess.run(['rsvg-convert', '-w', str(size), str(ROOT / path)], capture_output=True)
    if done.returncode or not done.stdout.startswith(b'\x89PNG'):
        yield f'{path} at {size}: {done.stderr.decode()}'


def installed():
    """What is installed is what the design lists, and the published facts stay small."""
    with tempfile.TemporaryDirectory() as folder:
        yield from tool('meson', 'install', '--no-rebuild', '--quiet', '-C', BUILD, '--destdir', folder)
        found = {str(path.relative_to(folder)): path for path in pathlib.Path(folder).rglob('*') if path.is_file()}

        def there(ending):
            return any(name.endswith(ending) for name in found)

        for ending in ('bin/branchline', 'bin/branchline-cli', f'share/applications/{APP_ID}.desktop',
                       f'share/metainfo/{APP_ID}.metainfo.xml', f'share/glib-2.0/schemas/{APP_ID}.gschema.xml',
                       f'share/mime/packages/{APP_ID}.xml', f'hicolor/scalable/apps/{APP_ID}.svg',
                       f'hicolor/symbolic/apps/{APP_ID}-symbolic.svg', 'branchline/sample/newcastle.branchline'):
            if not there(ending):
                yield f'{ending} is not installed'
        facts = sum(path.stat().st_size for name, path in found.items() if '/branchline/reference/' in name)
        if not 0 < facts < 5_000_000:
            yield f'the published facts take {facts} bytes'
        for name in found:
            if name.endswith(('.a', '.h')) or '/tests/' in name:
                yield f'{name} has no business being installed'


if __name__ == '__main__':
    tap.run([('metainfo', metainfo), ('desktop file', desktop_file), ('settings schema', schema), ('xml', xml),
             ('media type', media_type), ('icons', icons), ('installed', installed)])
