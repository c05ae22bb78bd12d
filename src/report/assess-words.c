/* assess-words.c: the papers of a self-assessment: their words and what they are about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "assessment-timetable.h"
#include "text.h"

/* Counts of fewer people than this stay in the team (design, Truth). */
#define FEW 5

/* --- Records --------------------------------------------------------------------------- */

gboolean
bl_assess_is_true (BlRecord *record, const char *field)
{
  gboolean value = FALSE;

  return bl_record_get_boolean (record, field, &value) && value;
}

GPtrArray *
bl_assess_list_about (const BlAssessParts *parts, const char *list, const char *item)
{
  GListModel *records = bl_record_get_list (parts->assessment, list);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (BlRecord) record = g_list_model_get_item (records, i);

      if (item == NULL || g_strcmp0 (bl_record_get_text (record, "item"), item) == 0)
        g_ptr_array_add (found, record); /* the list holds it */
    }
  return found;
}

BlRecord *
bl_assess_find_about (const BlAssessParts *parts, const char *list, const char *item)
{
  g_autoptr (GPtrArray) found = bl_assess_list_about (parts, list, item);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

gboolean
bl_assess_has_no_data (const BlAssessParts *parts, const char *item)
{
  BlRecord *result = bl_assess_find_about (parts, "results", item), *agreement = bl_assess_find_about (parts, "agreements", item);

  return (result != NULL && bl_assess_is_true (result, "no-data"))
         || (agreement != NULL && g_strcmp0 (bl_record_get_text (agreement, "level"), "result-nodata") == 0);
}

GPtrArray *
bl_assess_list_findings (const BlAssessParts *parts, const char *item, BlFindingSide side, gboolean agreed)
{
  g_autoptr (GPtrArray) all = bl_assess_list_about (parts, "findings", item);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      BlRecord *finding = g_ptr_array_index (all, i);

      if (bl_record_get_enum (finding, "side") == (int) side && bl_assess_is_true (finding, "agreed") == agreed
          && bl_record_get_text (finding, "merged") == NULL && bl_record_get_text (finding, "text") != NULL)
        g_ptr_array_add (found, finding);
    }
  return found;
}

GPtrArray *
bl_assess_list_actions (const BlAssessParts *parts)
{
  GListModel *actions = bl_record_get_list (BL_RECORD (parts->asked->project), "actions");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (BlRecord) action = g_list_model_get_item (actions, i);

      if (g_strcmp0 (bl_record_get_text (action, "assessment"), bl_record_get_id (parts->assessment)) == 0)
        g_ptr_array_add (found, action);
    }
  return found;
}

GPtrArray *
bl_assess_list_entries (const BlAssessParts *parts, const char *script)
{
  BlScript *found = bl_framework_find_script (parts->framework, script);
  GListModel *entries = found != NULL ? bl_record_get_list (BL_RECORD (found), "entries") : NULL;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);

      g_ptr_array_add (list, entry);
    }
  return list;
}

static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  const BlAssessRating *one = *(const BlAssessRating *const *) a, *other = *(const BlAssessRating *const *) b;
  int by = one->number - other->number;

  if (by == 0)
    by = g_strcmp0 (bl_record_get_text (BL_RECORD (one->rating), "reason"),
                    bl_record_get_text (BL_RECORD (other->rating), "reason"));
  return by;
}

GPtrArray *
bl_assess_list_ratings (const BlAssessParts *parts, const BlAssessItem *item)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < parts->study->n_members; i++)
    if (item->ratings[i].level != NULL)
      g_ptr_array_add (list, (gpointer) &item->ratings[i]);
  g_ptr_array_sort (list, compare_ratings);
  return list;
}

/* --- Words ---------------------------------------------------------------------------------- */

const char *
bl_assess_say_audience (const BlAssessParts *parts)
{
  if (parts->paper == BL_ASSESS_AGENDA || parts->paper == BL_ASSESS_FORMS)
    return NULL;
  if (parts->paper == BL_ASSESS_SCRIPT)
    return _ ("For whoever leads the meeting. It says where people differ, and not who thinks what.");
  if (parts->others)
    return _ ("For readers outside the team. Nobody of the team is named, reasons that members gave before the meeting "
              "are left out, and how many chose a level is not told where it is fewer than five. What the team agreed, and "
              "every view that differs from it, stands here in full.");
  if (parts->named)
    return _ ("For the team, which chose to show reasons with names. It shows how few people rated: give others the "
              "summary, or this write-up made for others.");
  return _ ("For the team. It shows how the ratings lie, without names. A team is small, and some may be known by what "
            "they say: give others the summary, or this write-up made for others.");
}

char *
bl_assess_say_date (BlRecord *record, const char *field)
{
  guint32 julian;

  return bl_record_get_date (record, field, &julian) ? bl_text_date_for_people (julian) : NULL;
}

const char *
bl_assess_level_title (const BlAssessParts *parts, const char *level)
{
  BlScaleLevel *found = level != NULL ? bl_framework_find_level (parts->framework, level) : NULL;
  const char *label = found != NULL ? bl_record_get_text (BL_RECORD (found), "label") : NULL;

  return label != NULL ? label : level;
}

char *
bl_assess_say_titles (const BlAssessParts *parts, const char *items)
{
  g_auto (GStrv) each = g_strsplit (items != NULL ? items : "", " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", bl_framework_get_title (parts->framework, each[i]));
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
bl_assess_say_outcomes (const BlAssessParts *parts, const char *numbers)
{
  g_auto (GStrv) each = g_strsplit (numbers != NULL ? numbers : "", " ", -1);
  BlBaseFigures *figures = parts->asked->figures;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      gint64 number;

      if (!bl_text_to_integer (each[i], &number))
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", each[i]);
      if (figures != NULL && number >= 1 && number <= 7)
        g_string_append_printf (words, " %s", bl_dictionary_get_outcome_title (bl_base_figures_get_dictionary (figures),
                                                                               (guint) number));
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
bl_assess_say_short_route (const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!parts->study->short_route)
    return NULL;
  all = bl_framework_list_criteria (parts->framework, FALSE);
  return g_strdup_printf (ngettext ("The short route was used: %u of the %u criterion. It is a first look, which shows where "
                                    "people see the service differently; it does not replace the full set.",
                                    "The short route was used: %u of the %u criteria. It is a first look, which shows where "
                                    "people see the service differently; it does not replace the full set.",
                                    all->len),
                          parts->study->n_items, all->len);
}

char *
bl_assess_say_exception (const BlAssessParts *parts)
{
  const char *why = bl_record_get_text (parts->assessment, "exception"),
             *by = bl_record_get_text (parts->assessment, "exception-by");
  g_autofree char *date = bl_assess_say_date (parts->assessment, "exception-date");

  if (why == NULL)
    return NULL;
  /* TRANSLATORS: who, when, why */
  return g_strdup_printf (_ ("The plan was opened before the assessment was complete, by %s on %s: %s"),
                          by != NULL ? by : _ ("not known"), date != NULL ? date : _ ("not known"), why);
}

char *
bl_assess_say_spread (const BlAssessParts *parts, const BlAssessItem *item)
{
  g_autofree char *says = bl_assess_item_say (parts->study, item);
  g_autofree char *not_sure = bl_assess_item_say_not_sure (item);

  if (parts->others && item->spread == BL_ASSESS_SPREAD_ONE)
    {
      g_free (says);
      says = g_strdup (_ ("Too few gave a level to say how they lie."));
    }
  if (not_sure == NULL)
    return g_steal_pointer (&says);
  if (parts->others && item->n_not_sure < FEW && parts->paper == BL_ASSESS_SUMMARY)
    return g_steal_pointer (&says);
  if (parts->others && item->n_not_sure < FEW)
    return g_strdup_printf (_ ("%s Fewer than five are not sure."), says);
  return g_strdup_printf ("%s %s.", says, not_sure);
}

/* With a stop where its writer left it out. */
static void
put_sentence (GString *words, const char *before, const char *text)
{
  const char *last = *text != '\0' ? g_utf8_prev_char (text + strlen (text)) : text;

  g_string_append (words, before);
  g_string_append (words, text);
  if (strchr (".!?)", *last) == NULL && !g_str_has_suffix (text, "”") && !g_str_has_suffix (text, "…"))
    g_string_append_c (words, '.');
}

char *
bl_assess_say_dissent (const BlAssessParts *parts, BlRecord *dissent)
{
  const char *level = bl_assess_level_title (parts, bl_record_get_text (dissent, "level"));
  const char *name = parts->others ? NULL : bl_record_get_text (dissent, "name");
  const char *reason = bl_record_get_text (dissent, "reason"), *change = bl_record_get_text (dissent, "change");
  g_autofree char *review = bl_assess_say_date (dissent, "review");
  GString *words = g_string_new (NULL);

  /* TRANSLATORS: a level that one person would have given, and who that is: "a member of the team" */
  g_string_append_printf (words, _ ("A different view: %s (%s)."), level != NULL ? level : _ ("no level"),
                          name != NULL ? name : _ ("a member of the team"));
  if (reason != NULL)
    put_sentence (words, " ", reason);
  if (change != NULL)
    put_sentence (words, _ (" What would change their mind: "), change);
  if (review != NULL)
    g_string_append_printf (words, _ (" To be looked at again on %s."), review);
  return g_string_free (words, FALSE);
}

char *
bl_assess_say_agreed (const BlAssessParts *parts, const char *item)
{
  BlRecord *agreement = bl_assess_find_about (parts, "agreements", item);
  g_autoptr (GPtrArray) dissents = bl_assess_list_about (parts, "dissents", item);
  const char *reason = agreement != NULL ? bl_record_get_text (agreement, "reason") : NULL;
  const char *level = agreement != NULL ? bl_assess_level_title (parts, bl_record_get_text (agreement, "level")) : NULL;
  const char *parked = agreement != NULL ? bl_record_get_text (agreement, "parked") : NULL;
  GString *words = g_string_new (NULL);

  if (agreement != NULL && bl_assess_is_true (agreement, "set-aside"))
    g_string_append_printf (words, _ ("Set aside, as it does not apply here: %s"), reason != NULL ? reason : _ ("no reason given"));
  else if (level != NULL)
    {
      g_string_append_printf (words, _ ("Agreed: %s."), level);
      if (reason != NULL)
        put_sentence (words, " ", reason);
    }
  else if (dissents->len > 0 || parked != NULL)
    g_string_append (words, _ ("Nothing agreed yet."));
  if (parked != NULL)
    {
      const char *with = bl_record_get_text (agreement, "parked-with");

      g_string_append_printf (words, _ ("\nParked to be looked up: %s"), parked);
      if (with != NULL)
        g_string_append_printf (words, " (%s)", with);
    }
  for (guint i = 0; i < dissents->len; i++)
    {
      g_autofree char *dissent = bl_assess_say_dissent (parts, g_ptr_array_index (dissents, i));

      g_string_append_printf (words, "\n%s", dissent);
    }
  return g_string_free (words, words->len == 0);
}

static void
take_review (BlRecord *record, guint32 *earliest)
{
  guint32 julian;

  if (bl_record_get_date (record, "review", &julian) && (*earliest == 0 || julian < *earliest))
    *earliest = julian;
}

char *
bl_assess_say_look_back (const BlAssessParts *parts)
{
  g_autoptr (GPtrArray) dissents = bl_assess_list_about (parts, "dissents", NULL);
  g_autoptr (GPtrArray) actions = bl_assess_list_actions (parts);
  guint32 earliest = 0;

  for (guint i = 0; i < dissents->len; i++)
    take_review (g_ptr_array_index (dissents, i), &earliest);
  for (guint i = 0; i < actions->len; i++)
    take_review (g_ptr_array_index (actions, i), &earliest);
  if (earliest > 0)
    {
      g_autofree char *date = bl_text_date_for_people (earliest);

      return g_strdup_printf (_ ("The first date to look back on is %s. Assess again after a year or two, and look at what "
                                 "moved and why."),
                              date);
    }
  return g_strdup (_ ("No date to look back on has been set yet. Report progress every six months, and assess again after a "
                      "year or two."));
}

/* "h-6" is a time of the meeting, "case-gap" what one notices, "cycle-8" the title of a list; NULL: none of these. */
static char *
say_item (const BlAssessParts *parts, const BlTimetable *table, const char *item)
{
  GListModel *scripts = bl_record_get_list (BL_RECORD (parts->framework), "scripts");
  BlScript *script = bl_framework_find_script (parts->framework, item);

  for (guint i = 0; i < table->n_entries; i++)
    if (g_strcmp0 (bl_record_get_text (BL_RECORD (table->entries[i].entry), "item"), item) == 0)
      return bl_timetable_say_time (table->entries[i].clock >= 0 ? table->entries[i].clock : table->entries[i].at);
  if (script != NULL)
    return g_strdup_printf ("“%s”", bl_record_get_text (BL_RECORD (script), "title"));
  for (guint i = 0; i < g_list_model_get_n_items (scripts); i++)
    {
      g_autoptr (BlRecord) each = g_list_model_get_item (scripts, i);
      BlScriptEntry *entry = bl_framework_find_entry (parts->framework, bl_record_get_text (each, "item"), item);
      const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;

      if (title != NULL)
        return g_strdup_printf ("“%s”", title);
    }
  return NULL;
}

char *
bl_assess_say_items (const BlAssessParts *parts, const char *text)
{
  g_autoptr (BlTimetable) table = bl_timetable_new (parts->framework, BL_ASSESSMENT (parts->assessment));
  GString *words = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      gsize n = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-");
      g_autofree char *word = g_strndup (at, n);
      g_autofree char *said = strchr (word, '-') != NULL ? say_item (parts, table, word) : NULL;

      if (n == 0)
        n = (gsize) (g_utf8_next_char (at) - at);
      if (said != NULL)
        g_string_append (words, said);
      else
        g_string_append_len (words, at, (gssize) n);
      at += n;
    }
  return g_string_free (words, FALSE);
}

const char *
bl_assess_role_title (const BlAssessParts *parts, BlRecord *member)
{
  const char *role = bl_record_get_text (member, "role");
  BlScriptEntry *entry = role != NULL ? bl_framework_find_entry (parts->framework, "roles", role) : NULL;
  const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL;

  return title != NULL ? title : role != NULL ? role : _ ("Member of the team");
}
