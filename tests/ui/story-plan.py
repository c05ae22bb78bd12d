#!/usr/bin/python3
"""story-plan.py BUILD SOURCE: a project for another service in the window, a file brought in, saved, and the same
figures from the command line.

The figures are those of Somerset by method A, published beside the data and worked out
apart from this program.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import tempfile

import driver
from branchline import (PROGRAM, await_detail, await_field, catchment, choose_file, choose_service, cli, open_page,
                        pick_library)

# A list as services keep them: our columns, another order, one library that is not in the published list's spelling.
LIBRARIES = """\
Local authority,Library name,Postcode,Statutory,Type of library,Email address,Notes
Somerset Council,Minehead Library,TA24 5DJ,Yes,LAL,minehead@example.org,Lift renewed
Somerset Council,Porlock,TA24 8QD,Yes,CRL,porlock@example.org,
Devon County Council,Exeter Library,EX4 3PQ,Yes,LAL,,
"""


def tell(story, folder):
    path = os.path.join(folder, 'plan.branchline')
    libraries = os.path.join(folder, 'libraries.csv')
    with open(libraries, 'w', encoding='utf-8') as out:
        out.write(LIBRARIES)

    with driver.running(PROGRAM) as program:
        program.press('New project')
        choose_service(program, 'Somerset Council', 'somerset')
        program.await_words('34 libraries, 32 of them open')
        program.await_words('562,225 people, by area')
        story.step('the assistant says what comes with the service')
        for step in ('Step 2 of 4', 'Step 3 of 4', 'Step 4 of 4'):
            program.activate('new-project.next')
            program.await_words(step)
        program.wait(lambda: program.says('53.0%'), 'the key figures of what will be made', 10)
        story.step('looked over, it shows the figures before it is made, and counts libraries as the first step does',
                   program.says('32 open in 2023, 32 of them statutory; 1 mobile library or other service point'))
        program.activate('new-project.next')
        open_page(program, 'Overview')
        program.await_words('53.0%')
        story.step('the project is on the screen')

        pick_library(program, 'Minehead')
        open_page(program, 'Map')
        await_detail(program, '15,287')
        story.step('a library picked has its catchment on the map')

        program.activate('win.import')
        choose_file(program, libraries, 'Bring in')
        program.await_words('2 rows as they are, 1 of other services', 10)
        story.step('a list of libraries is understood, and the row of another service seen')
        program.press('Bring in 2 libraries')
        program.await_words('Brought in: 2 libraries')
        report = program.window()
        story.step('it says what became of every row',
                   all(program.says(words, report) for words in ('Read: 3', 'Updated: 2', 'Added: 0', 'Elsewhere: 1')))
        driver.press(driver.find_pressable(report, 'Close'))
        program.wait(lambda: len(program.tops()) == 1, 'the end of the import')

        pick_library(program, 'Minehead')
        await_field(program, 'Notes', 'Lift renewed')
        program.activate('win.undo')
        await_field(program, 'Notes', '')
        program.activate('win.redo')
        await_field(program, 'Notes', 'Lift renewed')
        story.step('brought in as one step, it is undone and redone as one')

        program.activate('win.save-as')
        choose_file(program, path, 'Save')
        program.await_words('Saved ')
        story.step('it is saved as a file')

    answer = catchment(path, 'Minehead Library')
    access = cli('access', path, '--within', '1mi', '--within', '2mi')
    story.check('the command line gives the published figures',
                answer['population'] == 15287 and access['population'] == 562225
                and [round(limit['percent'], 3) for limit in access['within']] == [53.04, 74.992]
                and round(access['mean_distance'], 3) == 2272.378)

    with driver.running(PROGRAM, path) as program:
        open_page(program, 'Overview')
        program.await_words('53.0%')
        pick_library(program, 'Minehead')
        await_field(program, 'Notes', 'Lift renewed')
        open_page(program, 'Map')
        await_detail(program, '15,287')
        story.step('opened again, everything is there')


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
