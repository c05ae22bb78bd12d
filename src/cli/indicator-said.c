/* indicator-said.c: branchline-cli indicator add, set and remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "indicator-said.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "own-indicator.h"
#include "period.h"
#include "text.h"

typedef struct
{
  const char *option, *field;
  gsize offset;
} Field;

#define FIELD(option, field, member) { option, field, G_STRUCT_OFFSET (BlIndicatorEdit, member) }
static const Field fields[] = {
  FIELD ("--name", "name", name),
  FIELD ("--noun", "noun", noun),
  FIELD ("--means", "means", means),
  FIELD ("--serves", "serves", serves),
  FIELD ("--unit", "unit", unit),
  FIELD ("--direction", "direction", direction),
  FIELD ("--kind", "kind", kind),
  FIELD ("--formula", "formula", formula),
  FIELD ("--source", "source", source),
  FIELD ("--geography", "geography", geography),
  FIELD ("--periods", "period", period),
  FIELD ("--baseline", "baseline", baseline),
  FIELD ("--baseline-period", "baseline-period", baseline_period),
  FIELD ("--target", "target", target),
  FIELD ("--target-low", "target-low", target_low),
  FIELD ("--target-high", "target-high", target_high),
  FIELD ("--target-period", "target-period", target_period),
  FIELD ("--target-date", "target-date", target_date),
  FIELD ("--owner", "owner", owner),
  FIELD ("--review", "review", review),
  FIELD ("--rules", "rules", rules),
  FIELD ("--parameters", "parameters", parameters),
  FIELD ("--note", "note", note),
};
#undef FIELD

static const char *
said (const BlIndicatorEdit *edit, const Field *field)
{
  return G_STRUCT_MEMBER (const char *, edit, field->offset);
}

gboolean
bl_indicator_edit_is_empty (const BlIndicatorEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (said (edit, &fields[i]) != NULL)
      return FALSE;
  return edit->breaks == NULL && edit->comments == NULL && !edit->no_breaks;
}

void
bl_indicator_edit_clear (BlIndicatorEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (G_STRUCT_MEMBER (char *, edit, fields[i].offset));
  g_free (edit->library);
  g_strfreev (edit->breaks);
  g_strfreev (edit->comments);
}

/* Every name of the formula must be a base measure. */
static gboolean
check_formula (BlDictionary *dictionary, const char *text, BlExit *exit)
{
  g_autoptr (GError) error = NULL;

  if (bl_own_indicator_check_formula (dictionary, text, &error))
    return TRUE;
  *exit = bl_command_fail (BL_EXIT_USAGE, "--formula: %s.", error->message);
  return FALSE;
}

static gboolean
check_words (BlDictionary *dictionary, const BlIndicatorEdit *edit, BlExit *exit)
{
  BlPeriod period;
  g_autoptr (GError) error = NULL;

  if (edit->formula != NULL && *edit->formula != '\0' && !check_formula (dictionary, edit->formula, exit))
    return FALSE;
  if (edit->rules != NULL && *edit->rules != '\0' && !g_strv_contains (bl_dictionary_get_rule_sets (dictionary), edit->rules))
    {
      g_autofree char *names = g_strjoinv (", ", (char **) bl_dictionary_get_rule_sets (dictionary));

      *exit = bl_command_fail (BL_EXIT_USAGE, _("--rules: there is no rule set “%s”. There are: %s."), edit->rules, names);
      return FALSE;
    }
  if (edit->baseline_period != NULL && *edit->baseline_period != '\0'
      && !bl_period_parse (edit->baseline_period, BL_PERIOD_KIND_FY, &period, &error))
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, "--baseline-period: %s", error->message);
      return FALSE;
    }
  return TRUE;
}

/* "2018-09-01=definition: narrowed", "2018-04-09..2018-09-01=definition: narrowed". */
static gboolean
add_break (BlIndicator *indicator, const char *text, BlExit *exit)
{
  const char *equals = strchr (text, '=');
  g_autofree char *dates = equals != NULL ? g_strndup (text, equals - text) : NULL;
  char *dots = dates != NULL ? strstr (dates, "..") : NULL;
  g_auto (GStrv) words = equals != NULL ? g_strsplit (equals + 1, ":", 2) : NULL;
  g_autoptr (BlBreak) made = bl_break_new (NULL);
  g_autofree char *reason = words != NULL && words[0] != NULL && words[1] != NULL ? bl_text_clean (words[1]) : NULL;
  guint32 from = 0, first = 0;

  if (dots != NULL)
    *dots = '\0';
  if (words == NULL || words[0] == NULL || !bl_text_to_date (dots != NULL ? dots + 2 : dates, &from)
      || (dots != NULL && !bl_text_to_date (dates, &first)) || (dots != NULL && first >= from)
      || !bl_record_set_from_text (BL_RECORD (made), "cause", g_strstrip (words[0]), NULL)
      || bl_record_get_enum (BL_RECORD (made), "cause") == BL_BREAK_UNKNOWN)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE,
                               _("--break wants DATE=CAUSE: REASON (“2018-09-01=definition: narrowed”; where days between belong "
                                 "to neither, “2018-04-09..2018-09-01=…”), with a cause of definition, method, coverage, "
                                 "boundary, gap, survey or step, not “%s”."),
                               text);
      return FALSE;
    }
  if (reason == NULL)
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("--break wants a reason: those who read the chart must be told why it starts again."));
      return FALSE;
    }
  bl_record_set_date (BL_RECORD (made), "from", from);
  if (dots != NULL)
    bl_record_set_date (BL_RECORD (made), "until", first - 1);
  bl_record_set_text (BL_RECORD (made), "reason", reason);
  bl_record_append (BL_RECORD (indicator), "breaks", BL_RECORD (made));
  return TRUE;
}

/* "2023-24=What happened". */
static gboolean
add_comment (BlIndicator *indicator, const char *text, const char *by, BlExit *exit)
{
  const char *equals = strchr (text, '=');
  g_autofree char *when = equals != NULL ? g_strndup (text, equals - text) : NULL;
  g_autofree char *words = equals != NULL ? bl_text_clean (equals + 1) : NULL;
  g_autofree char *iso = NULL;
  g_autoptr (BlComment) made = bl_comment_new (NULL);
  BlPeriod period;

  if (when == NULL || words == NULL || !bl_period_parse (g_strstrip (when), BL_PERIOD_KIND_FY, &period, NULL))
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("--comment wants PERIOD=WORDS (“2023-24=Outer West was rebuilt”), not “%s”."), text);
      return FALSE;
    }
  iso = bl_period_to_iso (&period);
  bl_record_set_text (BL_RECORD (made), "period", iso);
  bl_record_set_text (BL_RECORD (made), "text", words);
  bl_record_set_text (BL_RECORD (made), "by", by);
  bl_record_append (BL_RECORD (indicator), "comments", BL_RECORD (made));
  return TRUE;
}

static gboolean
set_fields (BlProject *project, BlIndicator *indicator, const BlIndicatorEdit *edit, BlExit *exit)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = said (edit, &fields[i]);
      g_autoptr (GError) error = NULL;

      if (text == NULL)
        continue;
      if (!bl_record_set_from_text (BL_RECORD (indicator), fields[i].field, text, &error))
        {
          *exit = bl_command_fail (BL_EXIT_USAGE, "%s: %s.", fields[i].option, error->message);
          return FALSE;
        }
      if (g_str_equal (fields[i].field, "direction"))
        bl_record_set_boolean (BL_RECORD (indicator), "local-direction", TRUE);
    }
  if (edit->library != NULL)
    {
      g_autoptr (BlFacts) facts = bl_facts_new (project);
      int found = bl_command_find_library (facts, edit->library, exit);

      if (found < 0)
        return FALSE;
      bl_record_set_text (BL_RECORD (indicator), "library", facts->libraries[found].id);
    }
  if (edit->no_breaks)
    bl_record_remove_all (BL_RECORD (indicator), "breaks");
  for (guint i = 0; edit->breaks != NULL && edit->breaks[i] != NULL; i++)
    if (!add_break (indicator, edit->breaks[i], exit))
      return FALSE;
  for (guint i = 0; edit->comments != NULL && edit->comments[i] != NULL; i++)
    if (!add_comment (indicator, edit->comments[i], bl_project_get_author (project), exit))
      return FALSE;
  return TRUE;
}

/* What every one of the user's own needs. */
static gboolean
check_own (const BlIndicatorEdit *edit, BlExit *exit)
{
  if (edit->name != NULL && *edit->name != '\0')
    return TRUE;
  *exit = bl_command_fail (BL_EXIT_USAGE, _("An indicator of your own wants a name: --name."));
  return FALSE;
}

BlIndicator *
bl_indicator_edit_add (BlProject *project, BlDictionary *dictionary, const char *item, const BlIndicatorEdit *edit, BlExit *exit)
{
  g_autoptr (BlIndicator) indicator = NULL;
  guint matches = 0;

  if (!check_words (dictionary, edit, exit) || (edit->own && !check_own (edit, exit)))
    return NULL;
  if (edit->own)
    {
      indicator = bl_own_indicator_new ();
      bl_record_set_text (BL_RECORD (indicator), "noun", edit->name);
    }
  else
    {
      /* The same once more is only wanted of another library, or by other parameters. */
      if (bl_command_find_own_indicator (project, item, &matches) != NULL && edit->library == NULL && edit->parameters == NULL)
        {
          *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has “%s” already."), item);
          return NULL;
        }
      if (bl_dictionary_find_indicator (dictionary, item) == NULL)
        {
          g_autoptr (BlIndicator) found = bl_command_find_indicator (project, dictionary, item, exit);

          if (found == NULL)
            return NULL;
          item = bl_record_get_text (BL_RECORD (found), "item");
          if (item == NULL)
            {
              *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has it already."));
              return NULL;
            }
          indicator = bl_dictionary_copy_indicator (dictionary, item);
        }
      else
        indicator = bl_dictionary_copy_indicator (dictionary, item);
    }
  bl_record_append (BL_RECORD (project), "indicators", BL_RECORD (indicator));
  if (!set_fields (project, indicator, edit, exit))
    return NULL;
  return indicator; /* the project holds it */
}

gboolean
bl_indicator_edit_set (BlProject *project, BlDictionary *dictionary, BlIndicator *indicator, const BlIndicatorEdit *edit,
                       BlExit *exit)
{
  return check_words (dictionary, edit, exit) && set_fields (project, indicator, edit, exit);
}
