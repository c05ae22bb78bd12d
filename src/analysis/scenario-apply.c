/* scenario-apply.c: the facts as a scenario would make them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consequences.h"

#include "opening-hours.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  BlFacts *facts; /* as they become */
  BlScenario *scenario;
  guint n_known;    /* libraries there are; opened ones come behind */
  gboolean *costed; /* by library: a change has said what it costs then */
  GPtrArray *faults;
} Applying;

static void add_fault (Applying *applying, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* "Scenario A: " and what is said. */
static void
add_fault (Applying *applying, const char *format, ...)
{
  g_autofree char *letter = NULL, *message = NULL;
  va_list arguments;

  if (applying->faults == NULL)
    return;
  letter = bl_scenario_get_letter (applying->scenario);
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (applying->faults, g_strdup_printf (_ ("Scenario %s: %s"), letter, message));
}

static const char *
words_for_gone (BlChangeKind kind)
{
  switch (kind)
    {
    case BL_CHANGE_CLOSE:
      return _ ("the library it closes is no longer in the project.");
    case BL_CHANGE_MOVE:
      return _ ("the library it moves is no longer in the project.");
    case BL_CHANGE_HOURS:
      return _ ("the library whose hours it changes is no longer in the project.");
    case BL_CHANGE_OPERATION:
      return _ ("the library that it lets somebody else run is no longer in the project.");
    case BL_CHANGE_OPEN:
    case BL_CHANGE_STOP:
    case BL_CHANGE_UNKNOWN:
    default:
      return _ ("a library that it changes is no longer in the project.");
    }
}

/* Pounds a year after the change where it says so. */
static double
get_running_cost (BlRecord *change)
{
  gint64 pence;

  return bl_record_get_money (change, "running-cost", &pence) ? (double) pence / 100 : NAN;
}

static void
add_once_cost (BlFacts *facts, BlRecord *change)
{
  gint64 pence;

  if (bl_record_get_money (change, "once-cost", &pence))
    facts->once_cost += (double) pence / 100;
  else
    facts->once_cost_unknown++;
}

/* A library that changes costs something else, and what is not known unless one of its changes says. */
static void
change_cost (Applying *applying, BlFactsLibrary *library, BlRecord *change)
{
  double cost = get_running_cost (change);
  gboolean *costed = &applying->costed[library - applying->facts->libraries];

  if (isfinite (cost) || !*costed)
    library->running_cost = cost;
  *costed = *costed || isfinite (cost);
}

static gboolean
is_place (BlPoint point)
{
  return isfinite (point.x) && isfinite (point.y);
}

/* Nothing is left of it but what the change says it still costs. */
static void
close_library (BlFactsLibrary *library, BlRecord *change)
{
  double cost = get_running_cost (change);

  library->open = FALSE;
  library->statutory = FALSE;
  library->operation = BL_OPERATION_UNKNOWN;
  library->running_cost = isnan (cost) ? 0 : cost;
}

static gboolean
move_library (Applying *applying, BlFactsLibrary *library, BlRecord *change)
{
  BlPoint point;

  if (!bl_record_get_real (change, "easting", &point.x) || !bl_record_get_real (change, "northing", &point.y)
      || !is_place (point))
    {
      add_fault (applying, _ ("it does not say where to move %s."), library->name);
      return FALSE;
    }
  library->moved
      = library->moved || !library->located || library->point.x != point.x || library->point.y != point.y;
  library->point = point;
  library->located = TRUE;
  change_cost (applying, library, change);
  return TRUE;
}

static gboolean
says_hours (BlRecord *change)
{
  for (guint i = 0; i < 7; i++)
    {
      const char *text = bl_record_get_text (change, bl_library_days[i]);
      BlOpeningDay day;

      if (text != NULL && bl_opening_day_from_text (text, &day, NULL))
        return TRUE;
    }
  return bl_record_is_known (change, "hours");
}

static gboolean
change_hours (Applying *applying, BlFactsLibrary *library, BlRecord *change)
{
  if (!says_hours (change))
    {
      add_fault (applying, _ ("it does not say when %s would be open."), library->name);
      return FALSE;
    }
  /* A day may change and the others not be known: then how long a week it is open is not. */
  library->week_hours = NAN;
  bl_facts_library_set_hours (library, change);
  change_cost (applying, library, change);
  return TRUE;
}

static gboolean
change_operation (Applying *applying, BlFactsLibrary *library, BlRecord *change)
{
  BlOperation operation = bl_record_get_enum (change, "operation");
  gboolean statutory = library->statutory;
  gboolean says = bl_record_get_boolean (change, "statutory", &statutory);

  if (operation == BL_OPERATION_UNKNOWN && !says)
    {
      add_fault (applying, _ ("it does not say who would run %s."), library->name);
      return FALSE;
    }
  if (operation != BL_OPERATION_UNKNOWN)
    {
      library->operation = operation;
      library->open = TRUE;
    }
  library->statutory = library->open && statutory;
  change_cost (applying, library, change);
  return TRUE;
}

static void
change_library (Applying *applying, BlRecord *change, BlChangeKind kind)
{
  int found = bl_facts_find_library (applying->facts, bl_record_get_text (change, "library"));
  BlFactsLibrary *library;
  gboolean changed = TRUE;

  if (found < 0)
    {
      add_fault (applying, "%s", words_for_gone (kind));
      return;
    }
  library = &applying->facts->libraries[found];
  if (kind == BL_CHANGE_CLOSE)
    close_library (library, change);
  else if (kind == BL_CHANGE_MOVE)
    changed = move_library (applying, library, change);
  else if (kind == BL_CHANGE_HOURS)
    changed = change_hours (applying, library, change);
  else
    changed = change_operation (applying, library, change);
  if (changed)
    add_once_cost (applying->facts, change);
}

static void
open_library (Applying *applying, BlRecord *change)
{
  BlRecord *record = bl_record_get_child (change, "new-library");
  BlFactsLibrary *library;

  if (record == NULL)
    {
      add_fault (applying, _ ("it does not say which library it opens."));
      return;
    }
  library = &applying->facts->libraries[applying->n_known];
  bl_facts_library_take (library, BL_LIBRARY (record), applying->facts->year, FALSE);
  if (!library->located)
    add_fault (applying, _ ("it does not say where %s would open."), library->name);
  else if (!library->open && applying->facts->year > 0)
    add_fault (applying, _ ("it does not say who would run %s in %d."), library->name, applying->facts->year);
  else if (!library->open)
    add_fault (applying, _ ("it does not say who would run %s."), library->name);
  else
    {
      if (bl_record_is_known (change, "running-cost"))
        change_cost (applying, library, change);
      add_once_cost (applying->facts, change);
      applying->n_known++;
      return;
    }
  bl_facts_library_clear (library);
}

static void
add_stop (Applying *applying, BlRecord *change)
{
  BlRecord *stop = bl_record_get_child (change, "stop");
  double cost = get_running_cost (change);

  if (stop == NULL || !bl_stop_get_point (BL_STOP (stop), NULL))
    {
      add_fault (applying, _ ("it does not say where the mobile library would stop."));
      return;
    }
  bl_facts_append_stop (applying->facts, BL_STOP (stop));
  if (isnan (cost))
    applying->facts->stops_cost_unknown++;
  else
    applying->facts->stops_cost += cost;
  add_once_cost (applying->facts, change);
}

static guint
count_opened (GListModel *changes)
{
  guint opened = 0;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);

      opened += bl_record_get_enum (change, "kind") == BL_CHANGE_OPEN;
    }
  return opened;
}

BlFacts *
bl_scenario_apply (const BlFacts *facts, BlScenario *scenario, GPtrArray *faults)
{
  GListModel *changes;
  g_autofree gboolean *costed = NULL;
  Applying applying = { .scenario = scenario, .n_known = facts->n_libraries, .faults = faults };

  g_return_val_if_fail (BL_IS_SCENARIO (scenario), NULL);

  changes = bl_record_get_list (BL_RECORD (scenario), "changes");
  applying.facts = bl_facts_copy_with_libraries (facts, count_opened (changes));
  applying.costed = costed = g_new0 (gboolean, MAX (applying.facts->n_libraries, 1));
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);
      BlChangeKind kind = bl_record_get_enum (change, "kind");

      switch (kind)
        {
        case BL_CHANGE_CLOSE:
        case BL_CHANGE_MOVE:
        case BL_CHANGE_HOURS:
        case BL_CHANGE_OPERATION:
          change_library (&applying, change, kind);
          break;
        case BL_CHANGE_OPEN:
          open_library (&applying, change);
          break;
        case BL_CHANGE_STOP:
          add_stop (&applying, change);
          break;
        case BL_CHANGE_UNKNOWN:
        default:
          add_fault (&applying, _ ("what one of its changes does is not known."));
          break;
        }
    }
  /* Those that could not be opened leave no gap. */
  applying.facts->n_libraries = applying.n_known;
  return applying.facts;
}
