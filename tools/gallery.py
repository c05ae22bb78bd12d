"""gallery.py BUILD SOURCE FOLDER SIZE VARIANT: the pictures of one variant; run by tools/gallery.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import os
import subprocess
import sys
import tempfile
import time

BUILD, SOURCE, FOLDER, SIZE, VARIANT = sys.argv[1:6]
PROGRAM = os.path.join(BUILD, 'src', 'app', 'branchline')
# The stories' words for what one does in the program; they read the build and the source folder from the arguments.
sys.path.insert(0, os.path.join(SOURCE, 'tests', 'ui'))
import driver  # noqa: E402
from branchline import CLI, await_detail, choose_file, choose_service, field, open_page, pick_library  # noqa: E402

WIDTH, HEIGHT = (int(part) for part in SIZE.split('x'))
SAMPLE = os.path.join(SOURCE, 'data', 'sample', 'newcastle.branchline')
SHARED = os.environ.get('BRANCHLINE_SHARED_DATA') or os.path.join(SOURCE, '..', 'shared', 'data')
# Without a window manager a window has a plain border of this many pixels.
BORDER = 5


def fill_screen(program):
    """The window over the whole screen, its border outside, and with the keyboard."""
    window = program.take_keyboard()
    subprocess.run(['xdotool', 'windowsize', window, str(WIDTH + 2 * BORDER), str(HEIGHT + 2 * BORDER),
                    'windowmove', window, str(-BORDER), str(-BORDER),
                    # Out of the way, or what is under the pointer shows its tooltip.
                    'mousemove', str(WIDTH - 1), str(HEIGHT - 1)], check=True)


def centre(program):
    """A dialog over the middle of the window, where a window manager would put it."""
    window = program.take_keyboard()
    size = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True, capture_output=True, text=True)
    size = dict(line.split('=') for line in size.stdout.split())
    subprocess.run(['xdotool', 'windowmove', window, str(max((WIDTH - int(size['WIDTH'])) // 2, -BORDER)),
                    str(max((HEIGHT - int(size['HEIGHT'])) // 2, -BORDER))], check=True)


def grab(path):
    subprocess.run(['/usr/bin/import', '-silent', '-window', 'root', path], check=True)
    with open(path, 'rb') as picture:
        return hashlib.sha256(picture.read()).digest()


def shoot(name, settle=20):
    """A picture once nothing moves any more: two looks a quarter of a second apart are the same."""
    path = os.path.join(FOLDER, name if VARIANT == 'readme' else f'{name}-{VARIANT}') + '.png'
    end = time.monotonic() + settle
    last = grab(path)
    while time.monotonic() < end:
        time.sleep(0.25)
        now = grab(path)
        if now == last:
            break
        last = now
    print(path, flush=True)


def attempt(what, function):
    """A page that cannot be reached is said, and the others are still shown."""
    try:
        function()
        return True
    except Exception as error:
        print(f'{VARIANT}: {what}: {error}', file=sys.stderr)
        return False


def start_and_assistant():
    """The start window, then making a project for another service, step by step."""
    with driver.running(PROGRAM) as program:
        fill_screen(program)
        shoot('01-start')
        program.press('New project')
        program.await_one('entry', 'Search for your library service')
        shoot('02-new-project')
        choose_service(program, 'Somerset Council', 'somerset')
        shoot('03-new-project-service')
        for number, (step, words) in enumerate((('libraries', 'Step 2 of 4'), ('areas', 'Step 3 of 4'),
                                                ('look-over', 'Step 4 of 4')), 4):
            program.activate('new-project.next')
            program.await_words(words)
            shoot(f'{number:02}-new-project-{step}')


def assess(program):
    """The self-assessment of the sample: its steps, what is prepared, what is looked back on."""
    open_page(program, 'Self-assessment')
    program.await_words('Half a day')
    shoot('32-assess')
    program.press('Open Prepare')
    program.await_words('people rate')
    shoot('32-assess-team')
    for part in ('Day', 'Files', 'Who We Are', 'Vision'):
        program.press(part)
        shoot(f'32-assess-{part.lower().replace(" ", "-")}')
    program.activate('prepare.back')
    program.press('Open Look back')
    program.await_words('critical friend sees')
    shoot('32-assess-back')
    program.activate('look-back.close')


def rating():
    """Rating alone in a response file: a criterion chosen, how to choose, and sending it back."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, 'rating.branchline-response')
        subprocess.run([CLI, 'assess', SAMPLE, 'response', '--member', 'K. Brandt', '--out', file], check=True,
                       stdout=subprocess.DEVNULL)
        with driver.running(PROGRAM, file) as program:
            fill_screen(program)
            program.await_words('Ratings of K. Brandt')
            shoot('34-rate-alone')
            program.activate('rating.help')
            shoot('34-rate-alone-help')
            program.activate('win.finish')
            program.await_words('Send the file back')
            shoot('34-rate-alone-finish')


def project():
    """Every page of the sample: as it opens, with something picked, with its table or pane."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        open_page(program, 'Overview')
        shoot('10-overview')
        open_page(program, 'Libraries')
        shoot('11-libraries')
        pick_library(program, 'Gosforth')
        field(program, 'Name')
        shoot('12-libraries-editor')
        driver.set_text(field(program, 'Running cost a year, £'), 'about 90,000')
        shoot('13-libraries-wrong-value')
        driver.set_text(field(program, 'Running cost a year, £'), '')
        page = open_page(program, 'Map')
        await_detail(program, 'Gosforth')
        shoot('20-map-library')
        program.activate('map.clear', page)
        shoot('21-map')
        program.activate('map.show-access', page)
        program.await_words('Half live within', 15)
        shoot('23-map-access')
        program.activate('map.show-areas', page)
        program.activate('page.toggle-table', page)
        program.activate('page.toggle-pane', page)
        shoot('22-map-alone')
        page = open_page(program, 'Needs')
        program.await_words('Highest need is spread over')
        shoot('23-needs')
        program.activate('needs.show-libraries', page)
        program.await_words('Its people')
        shoot('24-needs-libraries')
        program.activate('needs.show-groups', page)
        program.await_words('Everyone')
        shoot('24-needs-groups')
        page = open_page(program, 'Indicators')
        program.await_words('Of 22 indicators')
        shoot('28-indicators')
        program.press('One-page picture of “Stronger, more resilient communities”')
        program.await_words('Outcome 7')
        shoot('28-indicators-outcome')
        page = open_page(program, 'Scenarios')
        shoot('25-scenarios-today')
        pick_library(program, 'Gosforth')
        page = open_page(program, 'Scenarios')
        program.activate('scenario.what-if', page)
        program.await_words('Same answer in')
        program.activate('map.clear', page)
        shoot('26-scenarios')
        program.activate('scenario.show-changes', page)
        shoot('27-scenarios-changes')
        assess(program)
        # Last, so that nothing has to be closed again.
        page = open_page(program, 'Indicators')
        program.activate('indicators.show-list', page)
        program.activate('page.add', page)
        program.await_words('Figures are there', 10)
        centre(program)
        shoot('28-indicators-add')
        page = open_page(program, 'Indicators')
        program.activate('indicators.compare', page)
        program.await_words('usable figure', 10)
        shoot('29-compare')


def bring_in():
    """A list of libraries on its way in: what is understood, then what became of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(SHARED, 'newcastle', 'newcastle_city_council.csv')
        if not os.path.exists(path):
            path = os.path.join(folder, 'libraries.csv')
            with open(path, 'w', encoding='utf-8') as out:
                out.write('Local authority,Library name,Postcode,Statutory,Type of library,Notes\n'
                          'Newcastle City Council,Gosforth Library,NE3 1JN,Yes,LAL,Lift renewed\n'
                          'Newcastle City Council,City Libary,NE1 8AX,Yes,LAL,\n')
        # The sample has it all already: a project as the published facts make it.
        project = os.path.join(folder, 'newcastle.branchline')
        subprocess.run([CLI, 'new', project, '--title', 'Newcastle upon Tyne', '--service', 'Newcastle upon Tyne',
                        '--from-reference'], check=True, capture_output=True)
        with driver.running(PROGRAM, project) as program:
            program.await_one('list', 'Pages', seconds=20)
            fill_screen(program)
            program.activate('win.import')
            choose_file(program, path, 'Bring in')
            program.await_words('columns matched', 10)
            centre(program)
            shoot('30-import')
            driver.press(program.wait(lambda: next(
                (thing for thing in driver.walk(program.window()) if thing.getRoleName() == 'push button'
                 and driver.name_of(thing).startswith('Bring in ') and driver.actions(thing)), None), 'Bring in'))
            program.await_words('Brought in')
            shoot('31-import-report')


def dialogs():
    # GTK 4.8 warns of its own shortcuts window.
    with driver.running(PROGRAM, '--sample', env={'G_DEBUG': ''}) as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        for name, key in (('40-preferences', 'ctrl+comma'), ('41-shortcuts', 'ctrl+question')):
            program.take_keyboard()
            program.key(key)
            program.wait(lambda: len(program.tops()) == 2, name)
            centre(program)
            shoot(name)
            program.key('Escape')
            program.wait(lambda: len(program.tops()) == 1, f'the end of {name}')


def versions():
    """A version marked, something changed since, and the version beside."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        open_page(program, 'Libraries')
        program.activate('win.show-versions')
        top = program.wait(lambda: next((top for top in program.tops() if top != program.main()
                                         and program.says('No versions yet', top)), None), 'the versions')
        centre(program)
        shoot('50-versions-none')
        program.activate('versions.mark', top)
        mark = program.wait(lambda: next((top for top in program.tops() if program.says('under this name', top)), None),
                            'marking')
        program.activate('mark.draft', mark)
        centre(program)
        shoot('51-mark-version')
        program.activate('mark.mark', mark)
        program.await_words('The same as now')
        pick_library(program, 'Gosforth')
        driver.set_text(field(program, 'Address'), 'High Street')
        pick_library(program, 'Jesmond')
        driver.set_text(field(program, 'Shared with'), 'Swimming pool')
        program.await_words('2 libraries changed', 10)
        program.take_keyboard()
        shoot('52-versions')
        if 'large' in VARIANT:
            return  # the list covers the version there until its row is opened
        driver.press(program.wait(lambda: driver.find_pressable(top, 'Open beside'), 'Open beside'))
        program.await_words('An earlier state, to be looked at')
        fill_screen(program)
        shoot('53-version-beside')


def frameworks():
    """What one assesses by: the set with its notices, a criterion, loading another, what differs."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        program.activate('win.show-assess')
        program.activate('assess.frameworks')
        top = program.wait(lambda: next((top for top in program.tops() if top != program.main()
                                         and program.says('stays as it is', top)), None), 'the frameworks')
        centre(program)
        shoot('80-frameworks')
        program.activate('framework.edit', top)
        program.await_words('this one may be changed')
        program.activate('framework.add-characteristic', top)
        program.await_words('New characteristic')
        program.activate('framework.add-criterion', top)
        program.await_words('New criterion')
        shoot('81-framework-edited')
        program.activate('framework.compare', top)
        other = program.wait(lambda: next((one for one in program.tops() if program.says('items are new', one)), None),
                             'what differs')
        centre(program)
        shoot('82-frameworks-compared')
        program.activate('window.close', other)
        program.activate('framework.load', top)
        load = program.wait(lambda: next((one for one in program.tops() if program.says('row of headings', one)), None),
                            'loading')
        table = os.path.join(tempfile.mkdtemp(), 'ours.csv')
        with open(table, 'w') as file:
            file.write('Theme,Criterion,Description,Prompts,Outcome\n'
                       'Purpose,Shared aim,"People say the same, so that residents meet one service",Who knows?,"1, 2"\n'
                       ',Choices,"They show, so that money goes where it helps most",,9\n'
                       'People,Skills,"Staff have the skills that people need, so that nobody goes away unhelped",,3\n')
        program.activate('framework-load.choose', load)
        choose_file(program, table, 'Open')
        program.await_words('What the columns hold')
        driver.set_text(program.wait(lambda: next((thing for thing in driver.walk(load) if thing.getRoleName() == 'text'
                                                   and driver.plain(driver.name_of(thing)) == 'Title'), None), 'the title'),
                        'Our own questions')
        program.await_words('3 criteria')
        centre(program)
        shoot('83-framework-load')


def open_indicator(program, name):
    page = open_page(program, 'Indicators')
    row = program.wait(lambda: next((thing for thing in driver.walk(page) if thing.getRoleName() == 'list item'
                                     and driver.find(thing, 'label', name)), None), f'the row {name}')
    program.activate('indicator-row.open', row)
    program.await_words('What it is')
    return page


def indicator():
    """One indicator: its chart, its events, its pane, its table, its dialogs."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        page = open_indicator(program, 'Visits to libraries')
        shoot('60-indicator')
        program.activate('page.toggle-table', page)
        shoot('61-indicator-table')
        program.activate('page.toggle-table', page)
        program.activate('indicator.mark-break', page)
        program.await_words('judged afresh')
        centre(program)
        shoot('62-indicator-break')
        program.activate('window.close', program.window())
        program.activate('indicator.set-figure', page)
        program.await_words('What kind of number it is')
        centre(program)
        shoot('63-indicator-figure')
        program.activate('window.close', program.window())
        program.activate('indicator.back', page)
        open_indicator(program, 'Items lent')
        shoot('64-indicator-season')
        program.activate('indicator.back', page)
        open_indicator(program, 'People within a mile of a library')
        shoot('65-indicator-years')


def briefing():
    """Every slide of the sample, then notes and table."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        pick_library(program, 'Gosforth')
        page = open_page(program, 'Scenarios')
        program.activate('scenario.what-if', page)
        program.await_words('Same answer in')
        program.activate('win.briefing')
        view = program.await_one(contains='1 of ', role='label')
        many = int(driver.name_of(view).split()[-1])
        program.await_one('push button', 'End the briefing')
        fill_screen(program)
        for number in range(1, many + 1):
            program.await_one('label', f'{number} of {many}')
            shoot(f'70-briefing-{number:02}')
            if number < many:
                program.activate('briefing.next')
        program.activate('briefing.first')
        program.activate('briefing.toggle-notes')
        shoot('71-briefing-notes')
        program.activate('briefing.toggle-notes')
        program.activate('briefing.last')
        program.activate('briefing.toggle-table')
        shoot('72-briefing-table')


def meeting():
    """The meeting of the sample's self-assessment: a criterion with what to say, the opening, the end, help."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        open_page(program, 'Self-assessment')
        program.press('Open Meet')
        program.await_one('push button', 'Leave meeting')
        shoot('80-meeting')
        program.activate('meet.say')
        program.activate('meet.reasons')
        shoot('81-meeting-say')
        program.activate('meet.help')
        program.await_words('When you notice')
        centre(program)
        shoot('82-meeting-help')
        program.key('Escape')
        program.activate('meet.dissent')
        program.await_words('Dissent is kept')
        centre(program)
        shoot('83-meeting-dissent')
        program.key('Escape')
        for _number in range(10):
            program.activate('meet.next-part')
        shoot('84-meeting-end')


def readme():
    """The picture of README.md."""
    with driver.running(PROGRAM, '--sample') as program:
        program.await_one('list', 'Pages', seconds=20)
        fill_screen(program)
        pick_library(program, 'Gosforth')
        open_page(program, 'Map')
        await_detail(program, 'Gosforth')
        shoot('screenshot')


if __name__ == '__main__':
    parts = [readme] if VARIANT == 'readme' else [start_and_assistant, project, bring_in, dialogs, versions,
                                                      indicator, briefing, frameworks, rating, meeting]
    # Only these, where they are named: BRANCHLINE_PARTS="indicator briefing".
    wanted = os.environ.get('BRANCHLINE_PARTS', '').split()
    parts = [part for part in parts if not wanted or part.__name__ in wanted]
    good = [attempt(part.__name__, part) for part in parts]
    sys.exit(0 if all(good) else 1)
