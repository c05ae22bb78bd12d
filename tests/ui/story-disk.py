#!/usr/bin/python3
"""story-disk.py BUILD SOURCE: a disk without room, a file that may only be read, a file that is open already.

The file systems are made in memory, in a mount namespace of the story's own; where the machine
does not let us make one, that part is skipped aloud.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile

import driver
from branchline import CLI, PROGRAM, await_field, choose_file, cli, field, pick_library

# Started again in a mount namespace of our own: what is mounted there nobody else sees.
if os.environ.get('BRANCHLINE_OWN_MOUNTS') is None:
    may = shutil.which('unshare') and subprocess.run(['unshare', '--mount', 'true'], capture_output=True).returncode == 0
    os.environ['BRANCHLINE_OWN_MOUNTS'] = 'yes' if may else 'no'
    if may:
        os.execvp('unshare', ['unshare', '--mount', '--propagation', 'private', sys.executable, *sys.argv])
MAY_MOUNT = os.environ['BRANCHLINE_OWN_MOUNTS'] == 'yes'


@contextlib.contextmanager
def small_disk(folder, size):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size}', 'branchline', folder], check=True)
    try:
        yield
    finally:
        subprocess.run(['umount', '--lazy', folder], check=True)


def rename(program, old, new):
    pick_library(program, old)
    await_field(program, 'Name', old)
    driver.set_text(field(program, 'Name'), new)
    program.await_words('Unsaved changes kept safe')


def names(path):
    return {row['library'] for row in cli('catchments', path)['catchments']}


def full_disk(story, folder, made):
    disk = os.path.join(folder, 'disk')
    elsewhere = os.path.join(folder, 'elsewhere.branchline')
    # Room for the project once, and not for a second beside it, which is how it is replaced.
    size = os.path.getsize(made)
    with small_disk(disk, size + size // 2):
        path = os.path.join(disk, 'somerset.branchline')
        shutil.copy(made, path)
        before = open(path, 'rb').read()
        with driver.running(PROGRAM, path) as program:
            rename(program, 'Minehead', 'Minehead and the hills')
            program.activate('win.save')
            program.await_words('The project could not be saved there')
            story.step('a full disk is said in words', program.says('the disk is full') or program.says('No space'))
            story.check('and that the work is kept safe', program.says('Your work is still here, and kept safe'))
            story.check('what was there is whole', open(path, 'rb').read() == before)
            story.check('and nothing is left beside it', os.listdir(disk) == ['somerset.branchline'])
            program.press('Save elsewhere…')
            choose_file(program, elsewhere, 'Save')
            program.await_words('Saved ')
            program.wait(lambda: not program.says('could not be saved there'), 'the end of the card')
            story.step('it can be saved in another place', 'Minehead and the hills' in names(elsewhere))


def read_only(story, folder, made):
    disk = os.path.join(folder, 'library')
    elsewhere = os.path.join(folder, 'mine.branchline')
    with small_disk(disk, '16m'):
        path = os.path.join(disk, 'somerset.branchline')
        shutil.copy(made, path)
        subprocess.run(['mount', '-o', 'remount,ro', disk], check=True)
        with driver.running(PROGRAM, path) as program:
            program.await_words('This file can be read but not written here')
            story.step('a file that may only be read is said to be that', program.says('Opened for reading only'))
            rename(program, 'Minehead', 'Minehead harbour')
            story.step('it can be worked with, and the work is kept safe')
            program.activate('win.save')
            choose_file(program, elsewhere, 'Save')
            program.await_words('Saved ')
            program.wait(lambda: not program.says('can be read but not written here'), 'the end of the card')
            story.step('Save asks for another place', 'Minehead harbour' in names(elsewhere))
        story.check('the file is as it was', open(path, 'rb').read() == open(made, 'rb').read())


def open_already(story, folder, made):
    link = os.path.join(folder, 'link.branchline')
    os.symlink(made, link)
    with driver.running(PROGRAM, made) as program:
        rename(program, 'Minehead', 'Minehead town')
        # Somebody else's file manager hands it over once more, then under another name.
        for path in (made, link):
            done = subprocess.run([PROGRAM, path], timeout=60)
            story.step('opening it again is left to the program that has it', done.returncode == 0)
        story.check('its window is shown, not a second one', len(program.tops()) == 1)
        await_field(program, 'Name', 'Minehead town')
        story.check('with the work in it', program.says('Unsaved changes kept safe'))


def tell(story, folder):
    made = os.path.join(folder, 'somerset.branchline')
    subprocess.run([CLI, 'new', made, '--title', 'Somerset plan', '--service', 'Somerset', '--from-reference'],
                   check=True, capture_output=True)
    if MAY_MOUNT:
        full_disk(story, folder, made)
        read_only(story, folder, made)
    else:
        print('# skipped: a file system in memory cannot be mounted here (that takes the administrator’s rights)')
    open_already(story, folder, made)


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
