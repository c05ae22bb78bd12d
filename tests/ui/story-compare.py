#!/usr/bin/python3
"""story-compare.py BUILD SOURCE: Newcastle beside its neighbours, from nothing, with three published files.

The figures are those of the reference on indicators, 6.3 and 6.4.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import tempfile

import driver
from branchline import PROGRAM, choose_file, cli, open_page

SHARED = os.environ.get('BRANCHLINE_SHARED_DATA', '')
FILES = ('activity-2023-24/localauthoritynearestneighboursengland.csv', 'activity-2023-24/libraries_activity_data_2023_2024.csv',
         'mye24tablesew.csv')
TITLE = 'Library visits per 1,000 people in line with similar authorities'


def bring_in(program, name, action, after):
    program.activate(action)
    choose_file(program, os.path.join(SHARED, 'national', name), 'Bring in')
    program.await_words(after, 20)


def tell(story, folder):
    if not os.path.exists(os.path.join(SHARED, 'national', FILES[0])):
        story.step('the published files are not here: nothing is told')
        return
    path = os.path.join(folder, 'newcastle.branchline')
    cli('new', path, '--title', 'Newcastle upon Tyne', '--service', 'Newcastle upon Tyne', '--from-reference')

    with driver.running(PROGRAM, path) as program:
        page = open_page(program, 'Indicators')
        program.activate('indicators.compare', page)
        program.await_words('No Figures of Other Authorities Yet')
        program.await_words('libraries_activity_data_2023_2024.csv, Arts Council England')
        story.step('an empty comparison says which files it needs, by name')

        bring_in(program, FILES[0], 'peers-files.choose', 'Bournemouth, Christchurch and Poole')
        story.step('with the list of neighbours it is known who is alike')
        bring_in(program, FILES[1], 'peers-files.choose', 'usable figure')
        story.step('with their returns there are shares to compare')
        bring_in(program, FILES[2], 'peers.import', TITLE)
        program.await_words('Newcastle had 1,719; the middle of the 11 similar authorities with figures was 1,983')
        program.await_words('Coventry (8 of 12 months)')
        program.await_words('Leeds (no return)')
        story.step('with the people of each, visits stand beside those of the neighbours, and who is missing is named')

        program.activate('peers.show-funnel')
        program.await_words('so this shows spread, not performance')
        program.await_words('The limits allow for over-dispersion')
        story.step('the funnel names the spread that chance does not explain')

        program.activate('peers.with-computed')
        program.await_words('the 15 nearest of 152 authorities by: Population', 15)
        story.step('authorities alike by figures are worked out here, and it is said from what')

        program.activate('peers-whom.take')
        program.await_words('the 15 authorities of the project’s own list')
        program.activate('win.undo')
        program.await_words('Nobody to Compare With Yet')
        program.activate('win.redo')
        program.await_words('the 15 authorities of the project’s own list')
        story.step('they become a list of one’s own, which can be undone')

        program.activate('win.save')
        program.await_words('Saved')
        answer = cli('compare', path, '--indicator', 'visits-per-1000', '--with', 'own')
        story.check('and the command line has the same list', len(answer['neighbours']) == 15 and answer['with'] == 'own')
        story.check('and the same figure', abs(answer['value'] - 1719.36) < 0.005)


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
