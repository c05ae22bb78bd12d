/* scenario-add.c: branchline-cli scenario add: changes put together from options
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario-add.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "place.h"
#include "scenario-build.h"
#include "text.h"

typedef struct
{
  BlProject *project;
  const BlFacts *facts;
  BlScenario *scenario;
  BlExit *exit;
} Adding;

/* "NAME@PLACE", "NAME=WORDS": the name before the last @mark and what follows it. */
static gboolean
cut (Adding *adding, const char *option, const char *text, char mark, const char *form, char **name, char **rest)
{
  const char *at = strrchr (text, mark);
  g_autofree char *first = at != NULL ? g_strndup (text, at - text) : NULL;

  *name = first != NULL ? bl_text_clean (first) : NULL;
  *rest = at != NULL ? bl_text_clean (at + 1) : NULL;
  if (*name != NULL && *rest != NULL)
    return TRUE;
  g_clear_pointer (name, g_free);
  g_clear_pointer (rest, g_free);
  *adding->exit = bl_command_fail (BL_EXIT_USAGE, _("%s wants %s, not “%s”."), option, form, text);
  return FALSE;
}

/* A library that the scenario opens itself, by its name; NULL where there is none. */
static BlRecord *
find_opened (Adding *adding, const char *name)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (adding->scenario), "changes");
  g_autofree char *folded = bl_text_fold_library_name (name);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);
      BlRecord *opened = bl_record_get_child (change, "new-library");
      g_autofree char *own = opened != NULL ? bl_text_fold_library_name (bl_record_get_text (opened, "name")) : NULL;

      if (g_strcmp0 (own, folded) == 0)
        return opened; /* the change holds it */
    }
  return NULL;
}

/* The id of a library that is there, or that the scenario opens. */
static const char *
find_library (Adding *adding, const char *name)
{
  BlRecord *opened = find_opened (adding, name);
  int found;

  if (opened != NULL)
    return bl_record_get_id (opened);
  found = bl_command_find_library (adding->facts, name, adding->exit);
  return found >= 0 ? adding->facts->libraries[found].id : NULL;
}

static gboolean
find_place (Adding *adding, const char *text, BlPoint *point, char **words)
{
  g_autoptr (GError) error = NULL;

  if (bl_place_find (adding->project, text, point, words, &error))
    return TRUE;
  *adding->exit = bl_command_fail_error (error, NULL);
  return FALSE;
}

static gboolean
add_closed (Adding *adding, const char *text)
{
  const char *library = find_library (adding, text);

  return library != NULL && bl_scenario_add_close (adding->scenario, library) != NULL;
}

static gboolean
add_placed (Adding *adding, BlChangeKind kind, const char *option, const char *text)
{
  g_autofree char *name = NULL, *place = NULL, *words = NULL;
  const char *library;
  BlPoint point;

  if (!cut (adding, option, text, '@', _("NAME@PLACE"), &name, &place) || !find_place (adding, place, &point, &words))
    return FALSE;
  switch (kind)
    {
    case BL_CHANGE_OPEN:
      bl_scenario_add_open (adding->scenario, adding->project, name, point, words, BL_OPERATION_COUNCIL, TRUE);
      return TRUE;
    case BL_CHANGE_STOP:
      bl_scenario_add_stop (adding->scenario, name, point, words);
      return TRUE;
    case BL_CHANGE_MOVE:
    default:
      library = find_library (adding, name);
      return library != NULL && bl_scenario_add_move (adding->scenario, library, point, words) != NULL;
    }
}

static gboolean
add_hours (Adding *adding, const char *text)
{
  g_autofree char *name = NULL, *hours = NULL;
  g_autoptr (GError) error = NULL;
  const char *library;

  if (!cut (adding, "--hours", text, '=', _("NAME=HOURS"), &name, &hours))
    return FALSE;
  library = find_library (adding, name);
  if (library == NULL)
    return FALSE;
  if (bl_scenario_add_hours (adding->scenario, library, hours, &error) != NULL)
    return TRUE;
  *adding->exit = bl_command_fail (BL_EXIT_USAGE, "--hours: %s.", error->message);
  return FALSE;
}

/* "CR", "CR,statutory", "CR,not-statutory", "not-statutory". */
static gboolean
read_operation (const char *text, BlOperation *operation, const gboolean **statutory)
{
  static const gboolean yes = TRUE, no = FALSE;
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  *operation = BL_OPERATION_UNKNOWN;
  *statutory = NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);
      if (g_ascii_strcasecmp (words[i], "statutory") == 0)
        *statutory = &yes;
      else if (g_ascii_strcasecmp (words[i], "not-statutory") == 0)
        *statutory = &no;
      else if (*operation != BL_OPERATION_UNKNOWN || !bl_operation_from_code (words[i], operation)
               || *operation == BL_OPERATION_UNKNOWN)
        return FALSE;
    }
  return *operation != BL_OPERATION_UNKNOWN || *statutory != NULL;
}

static gboolean
add_operation (Adding *adding, const char *text)
{
  g_autofree char *name = NULL, *code = NULL;
  const char *library;
  const gboolean *statutory;
  BlOperation operation;

  if (!cut (adding, "--operation", text, '=', _("NAME=CODE"), &name, &code))
    return FALSE;
  if (!read_operation (code, &operation, &statutory))
    {
      *adding->exit = bl_command_fail (BL_EXIT_USAGE,
                                       _("--operation: “%s” is none of LA, LAU, C, CR and ICL, alone or with "
                                         "“,statutory” or “,not-statutory” behind it."),
                                       code);
      return FALSE;
    }
  library = find_library (adding, name);
  return library != NULL && bl_scenario_add_operation (adding->scenario, library, operation, statutory) != NULL;
}

/* The last change of what is called @name: a library that is changed or opened, or a stop. */
static BlRecord *
find_change (Adding *adding, const char *name)
{
  GListModel *changes = bl_record_get_list (BL_RECORD (adding->scenario), "changes");
  g_autofree char *folded = bl_text_fold_library_name (name);
  BlRecord *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (BlRecord) change = g_list_model_get_item (changes, i);
      BlRecord *opened = bl_record_get_child (change, "new-library"), *stop = bl_record_get_child (change, "stop");
      const char *id = bl_record_get_text (change, "library");
      int library = bl_facts_find_library (adding->facts, id);
      const char *own = opened != NULL    ? bl_record_get_text (opened, "name")
                        : stop != NULL    ? bl_record_get_text (stop, "name")
                        : library >= 0    ? adding->facts->libraries[library].name
                                          : NULL;
      g_autofree char *other = bl_text_fold_library_name (own);

      if (g_strcmp0 (id, name) == 0 || g_str_equal (other, folded))
        found = change; /* the list holds it */
    }
  return found;
}

static gboolean
add_cost (Adding *adding, const char *option, const char *field, const char *text)
{
  g_autofree char *name = NULL, *amount = NULL;
  BlRecord *change;
  double pounds;

  if (!cut (adding, option, text, '=', _("NAME=POUNDS"), &name, &amount))
    return FALSE;
  if (!bl_text_parse_number (g_str_has_prefix (amount, "£") ? amount + strlen ("£") : amount, &pounds) || pounds < 0
      || pounds > 1e12)
    {
      *adding->exit = bl_command_fail (BL_EXIT_USAGE, _("%s: “%s” is not an amount of pounds."), option, amount);
      return FALSE;
    }
  change = find_change (adding, name);
  if (change == NULL)
    {
      *adding->exit
          = bl_command_fail (BL_EXIT_USAGE, _("%s: the scenario changes nothing called “%s”."), option, name);
      return FALSE;
    }
  bl_record_set_money (change, field, llround (pounds * 100));
  return TRUE;
}

gboolean
bl_scenario_add_is_empty (const BlScenarioAdd *add)
{
  return add->title == NULL && add->note == NULL && add->close == NULL && add->open == NULL && add->move == NULL
         && add->hours == NULL && add->operation == NULL && add->stop == NULL && add->running_cost == NULL
         && add->once_cost == NULL;
}

static gboolean
add_changes (Adding *adding, const BlScenarioAdd *add)
{
  /* What is opened comes first, so that the others may speak of it. */
  for (guint i = 0; add->open != NULL && add->open[i] != NULL; i++)
    if (!add_placed (adding, BL_CHANGE_OPEN, "--open", add->open[i]))
      return FALSE;
  for (guint i = 0; add->close != NULL && add->close[i] != NULL; i++)
    if (!add_closed (adding, add->close[i]))
      return FALSE;
  for (guint i = 0; add->move != NULL && add->move[i] != NULL; i++)
    if (!add_placed (adding, BL_CHANGE_MOVE, "--move", add->move[i]))
      return FALSE;
  for (guint i = 0; add->operation != NULL && add->operation[i] != NULL; i++)
    if (!add_operation (adding, add->operation[i]))
      return FALSE;
  for (guint i = 0; add->hours != NULL && add->hours[i] != NULL; i++)
    if (!add_hours (adding, add->hours[i]))
      return FALSE;
  for (guint i = 0; add->stop != NULL && add->stop[i] != NULL; i++)
    if (!add_placed (adding, BL_CHANGE_STOP, "--stop", add->stop[i]))
      return FALSE;
  for (guint i = 0; add->running_cost != NULL && add->running_cost[i] != NULL; i++)
    if (!add_cost (adding, "--running-cost", "running-cost", add->running_cost[i]))
      return FALSE;
  for (guint i = 0; add->once_cost != NULL && add->once_cost[i] != NULL; i++)
    if (!add_cost (adding, "--once-cost", "once-cost", add->once_cost[i]))
      return FALSE;
  return TRUE;
}

BlScenario *
bl_scenario_add_to (BlProject *project, const BlFacts *facts, const BlScenarioAdd *add, BlExit *exit)
{
  g_autoptr (BlScenario) scenario = bl_scenario_new (NULL);
  g_autofree char *title = bl_text_clean (add->title);
  Adding adding = { project, facts, scenario, exit };

  if (title == NULL)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("Say what the scenario is called with --title."));
      return NULL;
    }
  bl_record_append (BL_RECORD (project), "scenarios", BL_RECORD (scenario));
  bl_record_set_text (BL_RECORD (scenario), "title", title);
  bl_record_set_text (BL_RECORD (scenario), "note", add->note);
  return add_changes (&adding, add) ? scenario : NULL; /* the project holds it */
}
