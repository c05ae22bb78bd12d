/* framework-table.c: a framework to assess by out of a table: pasted, CSV, XLSX, ODS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pasted.h"
#include "text.h"

/* Characters of a title that is made of a statement. */
#define TITLE_LENGTH 60
/* Characters of a name that is made of a title. */
#define NAME_LENGTH 24
/* Sentences on single rows before the rest is counted. */
#define MOST_NOTES 20

static const char *const titles[BL_N_FRAMEWORK_COLUMNS] = {
  N_ ("Number"),    N_ ("Characteristic"), N_ ("Criterion"), N_ ("Statement"), N_ ("Excellent"),
  N_ ("Early days"), N_ ("Questions"),     N_ ("Evidence"),  N_ ("Outcomes"),
};

/* Headings as people write them, folded; the first that fits wins. */
static const char *const headings[BL_N_FRAMEWORK_COLUMNS][10] = {
  { "number", "no", "no.", "ref", "reference", "id", "item", "#", NULL },
  { "characteristic", "characteristics", "theme", "section", "area", "group", "heading", "category", NULL },
  { "criterion", "criteria", "title", "name", "short title", "indicator", NULL },
  { "statement", "description", "criterion statement", "what an excellent service does", "text", "full text", NULL },
  { "excellent", "excellence", "what excellence looks like", "excellent looks like", "strong when", "top level", NULL },
  { "early days", "early-days", "what early days look like", "weak when", "bottom level", "developing", NULL },
  { "questions", "question", "ask", "prompts", "questions to ask", "prompt", NULL },
  { "evidence", "documents", "evidence hints", "what to look at", "examples of evidence", NULL },
  { "outcomes", "outcome", "universal outcomes", NULL },
};

const char *
bl_framework_column_get_title (BlFrameworkColumn column)
{
  g_return_val_if_fail (column < BL_N_FRAMEWORK_COLUMNS, NULL);
  return titles[column];
}

/* --- Reading ------------------------------------------------------------------------- */

static gboolean
is_taken (const BlFrameworkTable *table, int column)
{
  for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
    if (table->columns[i] == column)
      return TRUE;
  return FALSE;
}

static void
match_columns (BlFrameworkTable *table)
{
  for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
    table->columns[i] = -1;
  for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
    for (guint h = 0; headings[i][h] != NULL && table->columns[i] < 0; h++)
      for (guint c = 0; c < bl_sheet_get_n_columns (table->sheet) && table->columns[i] < 0; c++)
        {
          g_autofree char *heading = bl_text_fold (bl_sheet_get_column (table->sheet, c));

          if (g_str_equal (heading, headings[i][h]) && !is_taken (table, (int) c))
            table->columns[i] = (int) c;
        }
}

static BlFrameworkTable *
table_new (BlSheet *sheet)
{
  BlFrameworkTable *table = g_new0 (BlFrameworkTable, 1);

  table->sheet = sheet;
  match_columns (table);
  return table;
}

BlFrameworkTable *
bl_framework_table_read (const char *path, const char *encoding, GCancellable *cancellable, GError **error)
{
  BlSheet *sheet = bl_sheet_read (path, encoding, cancellable, error);

  return sheet != NULL ? table_new (sheet) : NULL;
}

BlFrameworkTable *
bl_framework_table_read_pasted (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) text = bl_pasted_read (bytes, error);
  BlSheet *sheet = text != NULL ? bl_sheet_parse (text, _ ("Pasted table"), NULL, error) : NULL;

  return sheet != NULL ? table_new (sheet) : NULL;
}

void
bl_framework_table_free (BlFrameworkTable *table)
{
  if (table == NULL)
    return;
  bl_sheet_free (table->sheet);
  g_free (table);
}

/* --- Building ---------------------------------------------------------------------------- */

typedef struct
{
  BlFrameworkTable *table;
  BlFramework *framework;
  BlIds *ids;
  BlRecord *section, *characteristic;
  GHashTable *names; /* taken */
  GHashTable *seen;  /* characteristic, title and statement */
  GPtrArray *notes;
  guint n_notes, n_criteria;
} Building;

static void add_note (Building *building, guint row, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add_note (Building *building, guint row, const char *format, ...)
{
  g_autofree char *where = bl_sheet_where (building->table->sheet, row), *words = NULL;
  va_list list;

  if (building->n_notes++ >= MOST_NOTES || building->notes == NULL)
    return;
  va_start (list, format);
  words = g_strdup_vprintf (format, list);
  va_end (list);
  g_ptr_array_add (building->notes, g_strdup_printf ("%s: %s", where, words));
}

static char *
get_text (Building *building, guint row, BlFrameworkColumn what)
{
  int column = building->table->columns[what];
  g_autofree char *kept = NULL;

  if (column < 0)
    return NULL;
  kept = bl_text_for_xml (bl_sheet_get_cell (building->table->sheet, row, (guint) column));
  return bl_text_clean (kept);
}

/* A list as a cell holds it, one thing a line. */
static char *
get_lines (Building *building, guint row, BlFrameworkColumn what)
{
  static const char *const marks[] = { "•", "·", "‣", "◦", "▪", "- ", "– ", "* ", "o\t" };
  g_autofree char *text = get_text (building, row, what);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) made = g_string_new (NULL);

  if (text == NULL)
    return NULL;
  /* A table out of a page of the web has lost its line ends, and not the dots in front. */
  lines = g_strsplit (text, strchr (text, '\n') == NULL && strstr (text, "• ") != NULL ? "• " : "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
        if (g_str_has_prefix (line, marks[m]))
          line = g_strstrip (line + strlen (marks[m]));
      if (*line != '\0')
        g_string_append_printf (made, "%s%s", made->len > 0 ? "\n" : "", line);
    }
  return made->len > 0 ? g_string_free (g_steal_pointer (&made), FALSE) : NULL;
}

/* "clear-purpose" of "Clear purpose and direction". */
static char *
make_stem (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C"), *lower = g_ascii_strdown (ascii, -1);
  g_autoptr (GString) stem = g_string_new (NULL);

  for (const char *p = lower; *p != '\0' && stem->len < NAME_LENGTH; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (stem, *p);
    else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
      g_string_append_c (stem, '-');
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  if (stem->len == 0)
    g_string_assign (stem, "part");
  return g_string_free (g_steal_pointer (&stem), FALSE);
}

/* @stem itself where it is free and may be, else with a number. */
static char *
take_name (Building *building, const char *stem, gboolean numbered)
{
  g_autofree char *name = g_strdup_printf (numbered ? "%s-1" : "%s", stem);

  for (guint n = 2; g_hash_table_contains (building->names, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", stem, n);
    }
  g_hash_table_add (building->names, g_strdup (name));
  return g_steal_pointer (&name);
}

static gboolean
take_given (BlRecord *record, gpointer data)
{
  const char *item
      = bl_record_find_field (record, "item") != NULL ? bl_record_get_text (record, "item") : NULL;

  if (item != NULL)
    g_hash_table_add (data, g_strdup (item));
  return TRUE;
}

static gpointer
make (Building *building, GType type)
{
  BlRecord *record = g_object_new (type, NULL);
  g_autofree char *id = bl_ids_make (building->ids, bl_record_get_kind (record));

  bl_record_assign_id (record, id);
  return record;
}

static void
begin_characteristic (Building *building, const char *title)
{
  g_autoptr (BlRecord) record = NULL;
  g_autofree char *stem = NULL, *item = NULL;
  g_autofree char *folded = bl_text_fold (title);
  GListModel *all = bl_record_get_list (building->section, "characteristics");

  /* A heading that comes again goes on where it was. */
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) one = g_list_model_get_item (all, i);
      g_autofree char *other = bl_text_fold (bl_record_get_text (one, "title"));

      if (g_str_equal (folded, other))
        {
          building->characteristic = one; /* the section keeps it */
          return;
        }
    }
  record = make (building, BL_TYPE_CHARACTERISTIC);
  stem = make_stem (title);
  item = take_name (building, stem, FALSE);
  bl_record_set_text (record, "item", item);
  bl_record_set_text (record, "title", title);
  bl_record_append (building->section, "characteristics", record);
  building->characteristic = record; /* the section keeps it */
}

/* A few words of the statement, whole ones. */
static char *
title_of (const char *statement)
{
  const char *end = statement, *space = NULL, *p;
  glong n = 0;
  g_autofree char *cut = NULL;

  for (p = statement; *p != '\0' && *p != '\n' && n < TITLE_LENGTH; p = g_utf8_next_char (p), n++)
    if (*p == ' ')
      space = p;
  end = *p == '\0' || *p == '\n' || space == NULL ? p : space;
  cut = g_strndup (statement, end - statement);
  return *end == '\0' ? g_steal_pointer (&cut) : g_strconcat (cut, "…", NULL);
}

/* "1, 3; 5" as "1 3 5"; what is no Outcome is told of. */
static char *
get_outcomes (Building *building, guint row)
{
  g_autofree char *text = get_text (building, row, BL_FRAMEWORK_COLUMN_OUTCOMES);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) made = g_string_new (NULL);
  gboolean given[8] = { FALSE };

  if (text == NULL)
    return NULL;
  parts = g_strsplit_set (text, ",; \n\t", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 number;

      if (*parts[i] == '\0')
        continue;
      if (!bl_text_to_integer (parts[i], &number) || number < 1 || number > 7)
        {
          add_note (building, row, _ ("“%s” is none of the seven Outcomes and was left out: say 1 to 7"), text);
          return NULL;
        }
      given[number] = TRUE;
    }
  for (guint n = 1; n < G_N_ELEMENTS (given); n++)
    if (given[n])
      g_string_append_printf (made, "%s%u", made->len > 0 ? " " : "", n);
  return made->len > 0 ? g_string_free (g_steal_pointer (&made), FALSE) : NULL;
}

static char *
make_item (Building *building, guint row)
{
  g_autofree char *reference = get_text (building, row, BL_FRAMEWORK_COLUMN_REFERENCE);

  if (reference != NULL)
    {
      g_autofree char *stem = g_strdelimit (g_strdup (reference), " \t\n", '-');

      if (g_hash_table_contains (building->names, stem))
        add_note (building, row, _ ("“%s” stands for something already and was given a number"), reference);
      return take_name (building, stem, FALSE);
    }
  return take_name (building, bl_record_get_text (building->characteristic, "item"), TRUE);
}

static void
add_criterion (Building *building, guint row, const char *title, const char *statement)
{
  g_autoptr (BlRecord) record = NULL;
  g_autofree char *key = NULL, *item = NULL, *outcomes = NULL;
  static const struct
  {
    BlFrameworkColumn column;
    const char *field;
  } lists[] = { { BL_FRAMEWORK_COLUMN_EXCELLENT, "excellent" },
                { BL_FRAMEWORK_COLUMN_EARLY_DAYS, "early-days" },
                { BL_FRAMEWORK_COLUMN_ASK, "ask" },
                { BL_FRAMEWORK_COLUMN_EVIDENCE, "documents" } };

  key = g_strjoin ("\n", bl_record_get_text (building->characteristic, "item"), title, statement, NULL);
  if (!g_hash_table_add (building->seen, g_strdup (key)))
    {
      add_note (building, row, _ ("“%s” stands there a second time and was left out"), title);
      return;
    }
  record = make (building, BL_TYPE_CRITERION);
  item = make_item (building, row);
  outcomes = get_outcomes (building, row);
  bl_record_set_text (record, "item", item);
  bl_record_set_text (record, "title", title);
  bl_record_set_text (record, "statement", statement);
  bl_record_set_text (record, "outcomes", outcomes);
  bl_record_set_text (record, "route", "full");
  bl_record_set_text (record, "source", bl_record_get_text (BL_RECORD (building->framework), "source"));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *text = get_lines (building, row, lists[i].column);

      bl_record_set_text (record, lists[i].field, text);
    }
  bl_record_append (building->characteristic, "criteria", record);
  building->n_criteria++;
}

static void
take_row (Building *building, guint row)
{
  g_autofree char *characteristic = get_text (building, row, BL_FRAMEWORK_COLUMN_CHARACTERISTIC);
  g_autofree char *title = get_text (building, row, BL_FRAMEWORK_COLUMN_CRITERION);
  g_autofree char *statement = get_text (building, row, BL_FRAMEWORK_COLUMN_STATEMENT);

  if (characteristic != NULL)
    {
      g_autofree char *one_line = g_strdelimit (g_steal_pointer (&characteristic), "\n", ' ');

      begin_characteristic (building, one_line);
    }
  if (title == NULL && statement == NULL)
    {
      if (building->table->columns[BL_FRAMEWORK_COLUMN_CHARACTERISTIC] < 0
          || bl_sheet_get_cell (building->table->sheet, row,
                                (guint) building->table->columns[BL_FRAMEWORK_COLUMN_CHARACTERISTIC])[0]
                 == '\0')
        add_note (building, row, _ ("no criterion stands in this row, and it was left out"));
      return;
    }
  if (building->characteristic == NULL)
    begin_characteristic (building, bl_record_get_text (BL_RECORD (building->framework), "title"));
  if (statement == NULL)
    statement = g_strdup (title);
  if (title == NULL || strlen (title) > 4 * TITLE_LENGTH || g_str_equal (title, statement))
    {
      /* The whole criterion stands in one column: its first words are what it is called. */
      if (title != NULL && !g_str_equal (title, statement))
        {
          char *both = g_strjoin ("\n", title, statement, NULL);

          g_free (statement);
          statement = both;
        }
      g_free (title);
      title = title_of (statement);
    }
  g_strdelimit (title, "\n", ' ');
  add_criterion (building, row, title, statement);
}

/* --- What it says of itself ------------------------------------------------------------------ */

static void
describe (BlFramework *self, const BlFrameworkTableAbout *about, const char *file)
{
  BlRecord *record = BL_RECORD (self);
  g_autofree char *notice = NULL, *source = bl_text_clean (about->source);

  bl_record_set_text (record, "item", about->item);
  bl_record_set_text (record, "title", about->title);
  bl_record_set_text (record, "revision", "1");
  bl_record_set_boolean (record, "official", about->official);
  bl_record_set_date (record, "made", about->made);
  bl_record_set_text (record, "source", source);
  bl_record_set_text (record, "licence", about->licence);
  if (about->official)
    /* Translators: the name of a framework, where its text is from. */
    notice = g_strdup_printf (_ ("%s, word for word as loaded from %s. Scales, method and timings are Branchline’s."),
                              about->title, source);
  else
    notice = g_strdup_printf (_ ("%s was loaded from %s. It is not marked as the official text."), about->title,
                              source != NULL ? source : file);
  bl_record_set_text (record, "notice-short", notice);
}

static gboolean
check_about (const BlFrameworkTable *table, const BlFrameworkTableAbout *about, BlFramework *frame, GError **error)
{
  g_autofree char *title = bl_text_clean (about->title), *source = bl_text_clean (about->source);

  if (title == NULL)
    g_set_error_literal (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION, _ ("Say what it is called: it has no title"));
  else if (about->official && source == NULL)
    g_set_error_literal (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                         _ ("Say where the official text is from: an official text has a source"));
  else if (about->scale != NULL && bl_framework_find_scale (frame, about->scale) == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION, _ ("There is no scale called “%s”"), about->scale);
  else if (table->columns[BL_FRAMEWORK_COLUMN_CRITERION] < 0 && table->columns[BL_FRAMEWORK_COLUMN_STATEMENT] < 0)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                 _ ("%s: say which column holds the criteria; none has a heading such as “Criterion” or “Statement”"),
                 bl_sheet_get_name (table->sheet));
  else
    {
      for (guint i = 0; i < BL_N_FRAMEWORK_COLUMNS; i++)
        for (guint j = i + 1; j < BL_N_FRAMEWORK_COLUMNS; j++)
          if (table->columns[i] >= 0 && table->columns[i] == table->columns[j])
            {
              g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                           _ ("The column “%s” is taken for two things: %s and %s"),
                           bl_sheet_get_column (table->sheet, (guint) table->columns[i]), _ (titles[i]), _ (titles[j]));
              return FALSE;
            }
      return TRUE;
    }
  return FALSE;
}

/* Heard of, and never a reason to refuse: a row too many cells wide, a quotation mark that was lost. */
static void
note_shape (Building *building)
{
  const BlSheet *sheet = building->table->sheet;
  guint first = 0, n = bl_sheet_get_n_ragged (sheet, &first), line = 0, quotes = bl_sheet_get_n_stray_quotes (sheet, &line);

  if (n > 0)
    add_note (building, first,
              ngettext ("%u row is longer or shorter than the headings: see whether its words stand in the right columns",
                        "%u rows are longer or shorter than the headings: see whether their words stand in the right columns", n),
              n);
  if (quotes > 0 && building->notes != NULL)
    g_ptr_array_add (building->notes,
                     g_strdup_printf (_ ("%s:%u: there is text behind a closing quotation mark; was one lost?"),
                                      bl_sheet_get_name (sheet), line));
}

BlFramework *
bl_framework_table_build (BlFrameworkTable *table, const BlFrameworkTableAbout *about, BlFramework *frame, BlIds *ids,
                          GPtrArray *notes, GError **error)
{
  g_autoptr (BlFramework) framework = NULL;
  g_autoptr (BlRecord) section = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Building building = { .table = table, .ids = ids, .names = names, .seen = seen, .notes = notes };

  g_return_val_if_fail (table != NULL && about != NULL && BL_IS_FRAMEWORK (frame), NULL);
  if (!check_about (table, about, frame, error))
    return NULL;
  framework = bl_framework_make_frame (frame, about->scale, ids);
  bl_record_walk (BL_RECORD (framework), take_given, names);
  describe (framework, about, bl_sheet_get_name (table->sheet));
  building.framework = framework;
  section = make (&building, BL_TYPE_FRAMEWORK_SECTION);
  building.section = section;
  bl_record_set_text (section, "item", "characteristics");
  g_hash_table_add (names, g_strdup ("characteristics"));
  bl_record_set_text (section, "title", about->title);
  bl_record_set_text (section, "source", bl_record_get_text (BL_RECORD (framework), "source"));
  bl_record_append (BL_RECORD (framework), "sections", section);
  note_shape (&building);
  for (guint row = 0; row < bl_sheet_get_n_rows (table->sheet); row++)
    take_row (&building, row);
  if (building.n_criteria == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("%s: there is no criterion in the rows below the headings"), bl_sheet_get_name (table->sheet));
      return NULL;
    }
  if (building.n_notes > MOST_NOTES && notes != NULL)
    g_ptr_array_add (notes, g_strdup_printf (ngettext ("and %u row more", "and %u rows more", building.n_notes - MOST_NOTES),
                                             building.n_notes - MOST_NOTES));
  bl_framework_update_route (framework, ids, TRUE);
  return g_steal_pointer (&framework);
}
