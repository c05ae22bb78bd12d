#!/usr/bin/python3
"""story-names.py BUILD SOURCE: everything that takes the keyboard has a name that says what it is.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import time

import driver
import pyatspi
from branchline import open_page

BUILD, SOURCE = sys.argv[1:3]
PROGRAM = f'{BUILD}/src/app/branchline'
# GTK 4.8 gives these no name and takes none: the pane that scrolls, the list and the header inside a table, and
# what stands inside a drop-down.
NAMELESS = ('scroll pane “', 'list “GtkColumnListView”')
# What libadwaita 1.2 puts into its own windows and its toasts without a name.
THEIRS = {'a new scenario': ('push button “GtkImage” in application “branchline” › frame',),
          'preferences': ('entry “GtkSearchEntry”', 'list “GtkListBox”', 'page tab “GtkLabel”')}


def is_named(thing):
    name = driver.name_of(thing).strip()
    return bool(name) and not driver.CLASS_NAME.match(name)


def faults(root):
    """Where each nameless thing is: the named things around it."""
    todo = [(root, [])]
    while todo:
        thing, around = todo.pop()
        try:
            kids, role, states = driver.children(thing), thing.getRoleName(), thing.getState()
        except Exception:
            continue
        if states.contains(pyatspi.STATE_FOCUSABLE) and not is_named(thing) \
                and not driver.describe(thing).startswith(NAMELESS):
            header = role == 'table row' and thing.parent.getRoleName() == 'tree table'
            if not header and not (around and around[-1].startswith('combo box')):
                yield f'{role} “{driver.name_of(thing)}” in {" › ".join(around[-3:])}'
        if is_named(thing) or role == 'combo box':
            around = around + [driver.describe(thing)]
        todo.extend((kid, around) for kid in kids if kid)


def tell(story):
    def look(what, root):
        # Rows are named as they are filled, which may be a moment after the page is shown.
        end = time.monotonic() + 2 * driver.PATIENCE
        while True:
            found = sorted({fault for fault in faults(root) if not fault.startswith(THEIRS.get(what, ('-',)))})
            if not found or time.monotonic() > end:
                break
            time.sleep(0.1)
        for fault in found:
            print(f'# {what}: {fault}')
        story.check(f'{what}: everything has a name', not found)

    def dialog(program, what, *keys):
        program.take_keyboard()
        program.key(*keys)
        window = program.wait(lambda: program.window() is not None and program.window() != program.main()
                              and program.window(), what)
        look(what, window)
        program.take_keyboard()
        program.key('Escape')
        program.wait(lambda: len([top for top in driver.children(program.app) if top]) == 1, f'the end of {what}')

    with driver.running(PROGRAM) as program:
        look('start window', program.app)
        dialog(program, 'preferences', 'ctrl+comma')
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        look('overview', program.app)
        for page in ('libraries', 'map', 'needs', 'scenarios', 'indicators'):
            program.activate(f'win.show-{page}')
            look(page, program.app)
        indicators = program.await_one('panel', 'Indicators')
        program.press('One-page picture of “Increased reading and literacy”')
        program.await_words('Outcome 2')
        look('the picture of an Outcome', program.app)
        program.activate('indicators.show-list', indicators)
        for way in ('Close', 'Escape'):
            program.activate('page.add', indicators)
            # Of ninety rows that are alike a few will do.
            driver.set_text(program.await_one('entry', 'Search the dictionary'), 'computer')
            dictionary = program.wait(lambda: program.window() != program.main() and program.window(), 'the dictionary')
            look('adding an indicator', dictionary)
            if way == 'Close':
                driver.press(driver.find_pressable(dictionary, 'Close'))
            else:
                program.take_keyboard()
                program.key('Escape')
            program.wait(lambda: len([top for top in driver.children(program.app) if top]) == 1, 'the end of the dictionary')
        program.activate('win.show-scenarios')
        page = open_page(program, 'Self-assessment')
        look('self-assessment', page)
        program.press('Open Prepare')
        for part in ('Team', 'Day', 'Files', 'Who We Are', 'Vision'):
            program.press(part)
            look(f'preparing, {part}', page)
        program.activate('prepare.back')
        program.press('Open Look back')
        look('looking back', page)
        open_page(program, 'Scenarios')
        program.activate('page.add', program.await_one('panel', 'Scenarios'))
        look('a new scenario', program.app)
        dialog(program, 'preferences', 'ctrl+comma')
        dialog(program, 'undo history', 'ctrl+h')


driver.Story().run(tell)
