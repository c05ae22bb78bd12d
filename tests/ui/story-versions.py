#!/usr/bin/python3
"""story-versions.py BUILD SOURCE: a version is marked, looked at beside, and single things are brought back from it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import tempfile

import driver
import pyatspi
from branchline import CLI, PROGRAM, await_field, choose_file, cli, field, open_page, pick_library


def dialog(program, words):
    return program.wait(lambda: next((top for top in program.tops() if top != program.main() and program.says(words, top)),
                                     None), f'a window that says “{words}”')


def press_in(program, top, name):
    driver.press(program.wait(lambda: driver.find_pressable(top, name), name))


def rename(program, old, new):
    pick_library(program, old)
    await_field(program, 'Name', old)
    driver.set_text(field(program, 'Name'), new)
    program.await_words('Unsaved changes kept safe')


def tick(program, top, name):
    def do():
        row = next((t for t in driver.walk(top) if driver.name_of(t) == name and 'thing.tick' in driver.actions(t)), None)
        return row is not None and driver.act(row, 'thing.tick')
    program.wait(do, f'a tick for {name}')


def tell(story, folder):
    path = os.path.join(folder, 'somerset.branchline')
    subprocess.run([CLI, 'new', path, '--title', 'Somerset plan', '--service', 'Somerset', '--from-reference'],
                   check=True, capture_output=True)

    with driver.running(PROGRAM, path) as program:
        open_page(program, 'Libraries')
        program.activate('win.show-versions')
        top = dialog(program, 'No versions yet')
        story.step('without any, it is said what a version is', program.says('under a name inside the file', top))
        press_in(program, top, 'Mark version…')
        mark = dialog(program, 'Nobody’s name is kept with it')
        program.activate('mark.draft', below=mark)
        press_in(program, mark, 'Mark')
        program.await_words('The same as now')
        story.step('marked, it stands in the list', program.says('“Consultation draft”', top))
        program.activate('win.save')
        program.await_words('Saved ')
        found = cli('version', path, 'list')['versions']
        story.check('and is in the file, whole', [v['name'] for v in found] == ['Consultation draft'] and found[0]['whole'])
        # Nobody was asked for a name, and the login is nobody's business.
        story.check('without anybody’s name', found[0]['by'] is None)

        rename(program, 'Minehead', 'Minehead and the hills')
        rows = driver.find(driver.find(program.find('panel', 'Libraries'), 'tree table', 'Libraries'), 'list')
        program.wait(lambda: 'Minehead and the hills' in [driver.name_of(row) for row in driver.children(rows)],
                     'the new name in the table')
        story.check('its row is called by its new name', 'Minehead' not in [driver.name_of(row) for row in driver.children(rows)])
        pick_library(program, 'Wellington')
        await_field(program, 'Name', 'Wellington')
        program.press('Remove library')
        program.await_words('Since then: 1 library changed, 1 removed')
        story.step('what changed since is said in words')
        story.check('field by field', program.says('Name was “Minehead”, is now “Minehead and the hills”', top))

        tick(program, top, 'Wellington')
        press_in(program, top, 'Bring back 1 thing')
        program.await_words('Wellington brought back from “Consultation draft”')
        pick_library(program, 'Wellington')
        await_field(program, 'Name', 'Wellington')
        story.step('what was removed is brought back')
        program.activate('win.undo')
        program.await_words('Since then: 1 library changed, 1 removed')
        program.activate('win.redo')
        pick_library(program, 'Wellington')
        pick_library(program, 'Minehead and the hills')
        await_field(program, 'Name', 'Minehead and the hills')
        story.step('as one step, and nothing else with it')

        press_in(program, top, 'Open beside')
        other = program.wait(lambda: next((t for t in program.tops() if t not in (program.main(), top)
                                           and program.says('An earlier state, to be looked at', t)), None),
                             'the version beside')
        story.step('opened beside, it says what it is', program.says('“Consultation draft”', other)
                   and '“Consultation draft”' in driver.name_of(other))
        program.activate('win.show-libraries', below=other)

        def pick_there():
            rows = driver.find(driver.find(other, 'tree table', 'Libraries'), 'list')
            for index, row in enumerate(driver.children(rows)):
                if driver.name_of(row) == 'Minehead':
                    return rows.querySelection().selectChild(index)
            return False
        program.wait(pick_there, 'Minehead as it was')
        entry = program.wait(lambda: next((t for t in driver.walk(other) if t.getRoleName() == 'text'
                                           and driver.plain(driver.name_of(t)) == 'Name'), None), 'its name')
        story.check('and cannot be typed in', not entry.getState().contains(pyatspi.STATE_SENSITIVE))
        story.check('nor saved over anything', driver.find_pressable(other, 'Remove library') is None)
        program.activate('win.close', below=other)
        program.wait(lambda: other not in program.tops(), 'the end of the version beside')

        copy = os.path.join(folder, 'copy.branchline')
        program.activate('win.save-copy')
        choose_file(program, copy, 'Save')
        program.await_words('Copy without names saved')
        story.check('a copy for others is a whole project', cli('info', copy)['libraries'] == cli('info', path)['libraries'])
        program.activate('win.save')
        program.await_words('Saved ')
    story.check('and the file holds what was brought back',
                {'Wellington', 'Minehead and the hills'} <= {r['library'] for r in cli('catchments', path)['catchments']})


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
