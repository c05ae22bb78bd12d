/* framework-check.c: what is wrong with a framework beyond what its reader sees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-check.h"

#include <glib/gi18n-lib.h>

#include "text.h"

typedef struct
{
  BlFramework *framework;
  GPtrArray *others;
  BlDictionary *dictionary;
  GPtrArray *faults;
  GHashTable *seen; /* "scale four" -> record: names, each among its like */
} Check;

static void add_fault (Check *check, BlSeverity severity, BlRecord *record, const char *field, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

static void
add_fault (Check *check, BlSeverity severity, BlRecord *record, const char *field, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list list;

  va_start (list, format);
  message = g_strdup_vprintf (format, list);
  va_end (list);
  g_ptr_array_add (check->faults,
                   bl_fault_new (severity, bl_record_get_id (record), field, 0, "%s", message));
}

/* Its name in the file where it has one: that is what is mended. */
static char *
name_of (BlRecord *record)
{
  const char *item = bl_record_find_field (record, "item") != NULL ? bl_record_get_text (record, "item") : NULL;

  return item != NULL ? g_strdup (item) : bl_record_describe (record);
}

/* --- Names ------------------------------------------------------------------------ */

/* Among what a name has to be the only one: ratings and pointers name criteria, characteristics, results areas and
 * levels without saying which of these it is. */
static char *
group_of (BlRecord *record)
{
  if (BL_IS_SCRIPT_ENTRY (record))
    return g_strdup (bl_record_get_id (bl_record_get_parent (record)));
  if (BL_IS_CRITERION (record) || BL_IS_CHARACTERISTIC (record) || BL_IS_RESULTS_AREA (record)
      || BL_IS_SCALE_LEVEL (record))
    return g_strdup ("item");
  return g_strdup (bl_record_get_kind (record));
}

static void
check_name (Check *check, BlRecord *record)
{
  const char *item;
  g_autofree char *group = NULL, *key = NULL, *words = NULL;
  BlRecord *first;

  if (bl_record_find_field (record, "item") == NULL)
    return;
  item = bl_record_get_text (record, "item");
  words = bl_record_describe (record);
  if (item == NULL)
    {
      add_fault (check, BL_SEVERITY_ERROR, record, "item",
                 _ ("“%s” has no item, so that nothing can be said about it"), words);
      return;
    }
  for (const char *p = item; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      {
        add_fault (check, BL_SEVERITY_ERROR, record, "item",
                   _ ("“%s” has a blank in it: an item is one word, such as purpose-choices"), item);
        return;
      }
  group = group_of (record);
  key = g_strconcat (group, " ", item, NULL);
  first = g_hash_table_lookup (check->seen, key);
  if (first != NULL)
    {
      g_autofree char *other = bl_record_describe (first);

      add_fault (check, BL_SEVERITY_ERROR, record, "item", _ ("two items are called “%s”: “%s” and “%s”"), item, other,
                 words);
    }
  else
    g_hash_table_insert (check->seen, g_steal_pointer (&key), record);
}

/* --- What has to be said ------------------------------------------------------------ */

static void
want (Check *check, BlSeverity severity, BlRecord *record, const char *field)
{
  g_autofree char *name = NULL;

  if (bl_record_is_known (record, field))
    return;
  name = name_of (record);
  /* Translators: "purpose-choices has no statement". */
  add_fault (check, severity, record, field, _ ("%s has no %s"), name, _ (bl_record_find_field (record, field)->title));
}

static gboolean
is_official (BlFramework *framework)
{
  gboolean official = FALSE;

  return bl_record_get_boolean (BL_RECORD (framework), "official", &official) && official;
}

static void
check_head (Check *check)
{
  BlRecord *record = BL_RECORD (check->framework);
  g_autoptr (GPtrArray) criteria = bl_framework_list_criteria (check->framework, FALSE);
  g_autoptr (GPtrArray) areas = bl_framework_list_areas (check->framework, FALSE);

  want (check, BL_SEVERITY_ERROR, record, "title");
  want (check, BL_SEVERITY_ERROR, record, "revision");
  if (is_official (check->framework) && !bl_record_is_known (record, "source"))
    add_fault (check, BL_SEVERITY_ERROR, record, "source",
               _ ("it is marked as the official text and does not say where the text is from"));
  else
    want (check, BL_SEVERITY_WARNING, record, "source");
  if (!is_official (check->framework))
    want (check, BL_SEVERITY_WARNING, record, "notice-short");
  if (criteria->len == 0)
    add_fault (check, BL_SEVERITY_WARNING, record, "sections", _ ("there is no criterion in it to rate"));
  if (bl_framework_find_usual_scale (check->framework, "criteria") == NULL)
    add_fault (check, BL_SEVERITY_ERROR, record, "scales", _ ("there is no scale to rate criteria on"));
  if (areas->len > 0 && bl_framework_find_usual_scale (check->framework, "results") == NULL)
    add_fault (check, BL_SEVERITY_ERROR, record, "scales", _ ("there is no scale to judge results areas on"));
}

static void
check_scale (Check *check, BlRecord *record)
{
  g_autoptr (GPtrArray) levels = bl_framework_list_levels (BL_SCALE_OF_LEVELS (record));
  g_autofree char *name = name_of (record);
  gboolean criteria = g_strcmp0 (bl_record_get_text (record, "use"), "criteria") == 0;
  guint numbered = 0;
  gint64 last = 0;

  if (levels->len == 0)
    {
      add_fault (check, BL_SEVERITY_ERROR, record, "levels", _ ("the scale %s has no levels"), name);
      return;
    }
  for (guint i = 0; i < levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (levels, i);
      gint64 number;

      want (check, BL_SEVERITY_ERROR, level, "label");
      if (!bl_record_get_integer (level, "level", &number))
        continue;
      if (numbered++ > 0 && number == last)
        add_fault (check, BL_SEVERITY_ERROR, level, "level",
                   _ ("two levels of the scale %s have the number %" G_GINT64_FORMAT), name, number);
      last = number;
    }
  if (criteria && numbered < 2)
    add_fault (check, BL_SEVERITY_ERROR, record, "levels",
               _ ("the scale %s has fewer than two levels with a number: nothing can be told apart on it"), name);
}

/* --- What points somewhere ------------------------------------------------------------ */

typedef gboolean (*IsThere) (Check *check, const char *item);

static gboolean
is_criterion (Check *check, const char *item)
{
  if (bl_framework_find_criterion (check->framework, item) != NULL)
    return TRUE;
  for (guint i = 0; check->others != NULL && i < check->others->len; i++)
    if (bl_framework_find_criterion (g_ptr_array_index (check->others, i), item) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_concern (Check *check, const char *item)
{
  return is_criterion (check, item) || bl_framework_find_characteristic (check->framework, item) != NULL
         || bl_framework_find_area (check->framework, item) != NULL
         || bl_framework_find_script (check->framework, item) != NULL;
}

static gboolean
is_scale (Check *check, const char *item)
{
  return bl_framework_find_scale (check->framework, item) != NULL;
}

static gboolean
is_indicator (Check *check, const char *item)
{
  return check->dictionary == NULL || bl_dictionary_find_indicator (check->dictionary, item) != NULL;
}

static void
check_pointers (Check *check, BlRecord *record, const char *field, IsThere is_there)
{
  const char *text = bl_record_get_text (record, field);
  g_auto (GStrv) items = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    if (*items[i] != '\0' && !is_there (check, items[i]))
      {
        g_autofree char *name = name_of (record);

        /* Translators: the second is the name of a field: "see also". */
        add_fault (check, BL_SEVERITY_ERROR, record, field, _ ("%s: %s points to “%s”, which is not there"), name,
                   _ (bl_record_find_field (record, field)->title), items[i]);
      }
}

/* --- Words and numbers that stand for something ------------------------------------------- */

static void
check_word (Check *check, BlRecord *record, const char *field, const char *const *known)
{
  const char *text = bl_record_get_text (record, field);
  g_autofree char *name = NULL, *words = NULL;

  if (text == NULL || g_strv_contains (known, text))
    return;
  name = name_of (record);
  words = g_strjoinv (", ", (char **) known);
  add_fault (check, BL_SEVERITY_ERROR, record, field, _ ("%s: %s is “%s”, and can be: %s"), name,
             _ (bl_record_find_field (record, field)->title), text, words);
}

static void
check_numbers (Check *check, BlRecord *record, const char *field, gint64 most)
{
  const char *text = bl_record_get_text (record, field);
  g_auto (GStrv) numbers = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      gint64 number;

      if (*numbers[i] != '\0' && (!bl_text_to_integer (numbers[i], &number) || number < 1 || number > most))
        {
          g_autofree char *name = name_of (record);

          add_fault (check, BL_SEVERITY_ERROR, record, field,
                     _ ("%s: %s has “%s”, and can have numbers from 1 to %" G_GINT64_FORMAT ", with blanks between them"),
                     name, _ (bl_record_find_field (record, field)->title), numbers[i], most);
        }
    }
}

/* --- Minutes ----------------------------------------------------------------------------- */

static void
check_minutes (Check *check, BlRecord *script)
{
  GListModel *entries = bl_record_get_list (script, "entries");
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL); /* meeting -> minute it has come to */
  g_autofree char *name = name_of (script);
  gint64 all = 0, sum = 0;
  gboolean timed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);
      g_autofree char *step = name_of (entry);
      gint64 meeting = 1, at = 0, minutes = 0, end;

      bl_record_get_integer (entry, "session", &meeting);
      if (!bl_record_get_integer (entry, "minutes", &minutes))
        continue;
      timed = TRUE;
      if (minutes < 0)
        add_fault (check, BL_SEVERITY_ERROR, entry, "minutes", _ ("%s: %s lasts less than nothing"), name, step);
      end = GPOINTER_TO_INT (g_hash_table_lookup (ends, GINT_TO_POINTER (meeting)));
      if (bl_record_get_integer (entry, "at", &at) && at != end)
        add_fault (check, BL_SEVERITY_ERROR, entry, "at",
                   _ ("%s: %s begins at minute %" G_GINT64_FORMAT ", and what comes before it ends at minute %" G_GINT64_FORMAT),
                   name, step, at, end);
      g_hash_table_insert (ends, GINT_TO_POINTER (meeting), GINT_TO_POINTER (end + minutes));
      sum += minutes;
    }
  if (bl_record_get_integer (script, "minutes", &all) && timed && all != sum)
    add_fault (check, BL_SEVERITY_ERROR, script, "minutes",
               _ ("%s says %" G_GINT64_FORMAT " minutes, and its steps add up to %" G_GINT64_FORMAT), name, all, sum);
}

/* --- One record after the other ------------------------------------------------------------ */

static gboolean
check_record (BlRecord *record, gpointer data)
{
  static const char *const routes[] = { "short", "full", NULL }, *const scales[] = { "criteria", "results", NULL },
                          *const scripts[] = { "route", "cycle", "list", NULL },
                          *const needs[] = { "yes", "no", "automatic", NULL },
                          *const kinds[] = { "activity", "reach", "outcome", "opinion", "cost", "context", NULL },
                          *const states[] = { "measured", "proxy", NULL };
  Check *check = data;

  check_name (check, record);
  if (BL_IS_SCALE_OF_LEVELS (record))
    {
      check_word (check, record, "use", scales);
      check_scale (check, record);
    }
  else if (BL_IS_FRAMEWORK_SECTION (record))
    {
      want (check, BL_SEVERITY_ERROR, record, "title");
      check_pointers (check, record, "scale", is_scale);
    }
  else if (BL_IS_CHARACTERISTIC (record))
    want (check, BL_SEVERITY_ERROR, record, "title");
  else if (BL_IS_CRITERION (record))
    {
      want (check, BL_SEVERITY_ERROR, record, "title");
      want (check, BL_SEVERITY_ERROR, record, "statement");
      check_word (check, record, "route", routes);
      check_numbers (check, record, "outcomes", 7);
      check_numbers (check, record, "themes", 9);
      check_pointers (check, record, "see-also", is_criterion);
      check_pointers (check, record, "indicators", is_indicator);
    }
  else if (BL_IS_RESULTS_AREA (record))
    {
      want (check, BL_SEVERITY_ERROR, record, "title");
      check_word (check, record, "route", routes);
      check_numbers (check, record, "outcomes", 7);
      check_pointers (check, record, "look-next", is_criterion);
      check_pointers (check, record, "indicators", is_indicator);
    }
  else if (BL_IS_RESULTS_MEASURE (record))
    {
      want (check, BL_SEVERITY_ERROR, record, "title");
      check_word (check, record, "measures", kinds);
      check_word (check, record, "state", states);
      check_pointers (check, record, "indicators", is_indicator);
    }
  else if (BL_IS_SCRIPT (record))
    {
      check_word (check, record, "use", scripts);
      check_word (check, record, "scope", routes);
      check_minutes (check, record);
    }
  else if (BL_IS_SCRIPT_ENTRY (record))
    {
      check_word (check, record, "needed", needs);
      check_pointers (check, record, "concerns", is_concern);
    }
  return TRUE;
}

GPtrArray *
bl_framework_check (BlFramework *self, GPtrArray *others, BlDictionary *dictionary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { self, others, dictionary, bl_faults_new (), seen };

  g_return_val_if_fail (BL_IS_FRAMEWORK (self), NULL);
  check_head (&check);
  bl_record_walk (BL_RECORD (self), check_record, &check);
  return check.faults;
}
