"""branchline.py: what stories do over and over, in the words of the program.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import subprocess
import sys

import driver

BUILD, SOURCE = sys.argv[1:3]
PROGRAM = f'{BUILD}/src/app/branchline'
CLI = f'{BUILD}/src/cli/branchline-cli'


def cli(*arguments):
    """What the command line says, as the object that --json gives."""
    done = subprocess.run([CLI, *arguments, '--json'], capture_output=True, text=True)
    if done.returncode:
        raise driver.Stuck(f'branchline-cli {" ".join(arguments)}: {done.stderr}')
    return json.loads(done.stdout)


def catchment(path, library):
    """People nearest to a library, by the command line."""
    found = [row for row in cli('catchments', path)['catchments'] if row['library'] == library]
    if len(found) != 1:
        raise driver.Stuck(f'the command line knows {len(found)} libraries called {library}')
    return found[0]


# Pages whose action is not called as their title is.
ACTIONS = {'Self-assessment': 'assess'}


def open_page(program, name):
    """'Libraries', as the sidebar has it; its panel."""
    program.activate(f'win.show-{ACTIONS.get(name, name.lower())}')
    return program.await_one('panel', name)


def pick_library(program, name):
    """In the table of the Libraries page."""
    page = open_page(program, 'Libraries')

    def pick():
        rows = driver.find(driver.find(page, 'tree table', 'Libraries'), 'list')
        for index, row in enumerate(driver.children(rows)):
            if driver.name_of(row) == name or driver.find(row, 'label', name):
                return rows.querySelection().selectChild(index)
        return False
    program.wait(pick, f'{name} in the table')


def field(program, name):
    """A field of the library's editor."""
    def look():
        editor = program.find('filler', 'BlLibraryEditor')
        return next((thing for thing in driver.walk(editor) if thing.getRoleName() == 'text'
                     and driver.plain(driver.name_of(thing)) == name), None)
    return program.wait(look, f'the field {name}')


def await_field(program, name, words):
    program.wait(lambda: driver.text(field(program, name)) == words, f'“{words}” as {name}')


def details(program):
    """The pane beside the map."""
    return program.find('panel', 'Details', below=program.find('panel', 'Map'))


def await_detail(program, words):
    program.wait(lambda: program.says(words, details(program)), f'“{words}” beside the map')


def choose_file(program, path, button):
    """In GTK's own file chooser, by typing the place as one may with Ctrl+L."""
    # Where nothing is picked yet its button cannot be pressed.
    chooser = program.wait(lambda: next((top for top in driver.children(program.app)
                                         if top and any(driver.plain(driver.name_of(thing)) == button for thing in driver.walk(top))
                                         and driver.find(top, 'entry', 'GtkSearchEntry')), None), 'the file chooser')
    entry = driver.find(chooser, 'text', 'Name:')
    if entry is None:
        program.take_keyboard()
        program.key('ctrl+l')
        entry = program.wait(lambda: driver.find(chooser, 'text', 'GtkFileChooserEntry'), 'the place to type a file')
    driver.set_text(entry, path)
    driver.press(program.wait(lambda: driver.find_pressable(chooser, button), button))


def choose_service(program, name, search=None):
    """The first step of the assistant."""
    entry = program.await_one('entry', 'Search for your library service')
    driver.set_text(entry, search or name)

    def choose():
        services = program.find('list', 'Library services')
        for index, row in enumerate(driver.children(services)):
            if driver.name_of(row) == name:
                return services.querySelection().selectChild(index)
        return False
    program.wait(choose, f'{name} among the services')
