/* import-plan-columns.c: which column of a file goes where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan-private.h"
#include "named-period.h"
#include "targets.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

BlImportColumn *
bl_import_plan_get_column (BlImportPlan *self, guint column)
{
  /* The list keeps it alive. */
  g_autoptr (BlImportColumn) item = g_list_model_get_item (G_LIST_MODEL (self->columns), column);

  return item;
}

const char *
bl_import_plan_column_target (BlImportPlan *self, guint column)
{
  return bl_import_column_get_target (bl_import_plan_get_column (self, column));
}

int
bl_import_plan_find_target (BlImportPlan *self, const char *target)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  for (guint c = 0; c < n; c++)
    if (g_strcmp0 (bl_import_plan_column_target (self, c), target) == 0)
      return c;
  return -1;
}

char *
bl_import_plan_list_columns (BlImportPlan *self)
{
  GString *list = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  for (guint c = 0; c < MIN (n, 12); c++)
    g_string_append_printf (list, "%s“%s”", c > 0 ? ", " : "",
                            bl_import_column_get_name (bl_import_plan_get_column (self, c)));
  if (n > 12)
    g_string_append (list, " …");
  return g_string_free (list, FALSE);
}

void
bl_import_plan_note_left_out (BlImportPlan *self)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (self->sheet); c++)
    bl_import_column_take_note (bl_import_plan_get_column (self, c),
                                g_strdup (bl_import_plan_column_target (self, c) != NULL ? NULL : _ ("not brought in")),
                                FALSE);
}

void
bl_import_plan_add_target (BlImportPlan *self, const char *target)
{
  target = g_intern_string (target);
  if (!g_ptr_array_find (self->targets, target, NULL))
    g_ptr_array_add (self->targets, (gpointer) target);
}

/* Gives @column's place to @target, taking it from the column that had it. */
void
bl_import_plan_place_target (BlImportPlan *self, guint column, const char *target)
{
  if (target != NULL && !bl_target_takes_many (target))
    {
      int had = bl_import_plan_find_target (self, target);
      if (had >= 0 && (guint) had != column)
        bl_import_column_set_target (bl_import_plan_get_column (self, had), NULL);
    }
  bl_import_column_set_target (bl_import_plan_get_column (self, column), target);
}

/* A target that a column of each month can have. */
static gboolean
is_counted (const char *target)
{
  return g_str_has_prefix (target, "figure:") || g_str_has_prefix (target, "measure:");
}

void
bl_import_plan_spread_target (BlImportPlan *self, guint column, const char *target)
{
  const char *had = bl_import_plan_column_target (self, column);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));
  BlNamedPeriod period;

  if ((target != NULL && !is_counted (target)) || (had != NULL && !is_counted (had))
      || !bl_named_period_read (bl_sheet_get_column (self->sheet, column), TRUE, &period, NULL))
    return;
  for (guint c = 0; c < n; c++)
    if (g_strcmp0 (bl_import_plan_column_target (self, c), had) == 0
        && bl_named_period_read (bl_sheet_get_column (self->sheet, c), TRUE, &period, NULL))
      bl_import_column_set_target (bl_import_plan_get_column (self, c), target);
}

/* The column the user named; an error that lists what there is. */
static int
find_named_column (BlImportPlan *self, const char *name, GError **error)
{
  int column = -1;

  if (self->sheet != NULL)
    column = bl_sheet_find_column (self->sheet, name);
  else
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->columns)) && column < 0; i++)
      if (g_ascii_strcasecmp (bl_import_column_get_name (bl_import_plan_get_column (self, i)), name) == 0)
        column = (int) i;
  if (column < 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (self);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("“%s” has no column “%s”: its columns are %s"), self->file, name, list);
    }
  return column;
}

gboolean
bl_import_plan_place_named (BlImportPlan *self, const char *name, const char *target, GError **error)
{
  int column;

  if (name == NULL)
    return TRUE;
  column = find_named_column (self, name, error);
  if (column < 0)
    return FALSE;
  bl_import_plan_place_target (self, column, target);
  return TRUE;
}

/* "NAME=FIELD" of the command line. When any is given, only those are brought in. */
static gboolean
place_values (BlImportPlan *self, GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  if (self->options.values == NULL || self->options.values[0] == NULL)
    return TRUE;
  for (guint c = 0; c < n; c++)
    {
      const char *target = bl_import_plan_column_target (self, c);
      if (target != NULL && (g_str_has_prefix (target, "value:") || g_str_has_prefix (target, "sum:")))
        bl_import_plan_place_target (self, c, NULL);
    }
  for (guint i = 0; self->options.values[i] != NULL; i++)
    {
      const char *said = self->options.values[i], *equals = strchr (said, '=');
      g_autofree char *name = equals != NULL ? g_strndup (said, equals - said) : NULL;
      g_autofree char *clean = bl_text_clean (name), *target = NULL;
      int column;

      if (equals == NULL || equals[1] == '\0')
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” does not say a name and a column: write it as NAME=COLUMN"), said);
          return FALSE;
        }
      if (!bl_recognise_value_name_is_valid (clean))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” cannot be the name of a value: use letters, digits and “_”, a letter first"), name);
          return FALSE;
        }
      column = find_named_column (self, equals + 1, error);
      if (column < 0)
        return FALSE;
      if (bl_import_plan_column_target (self, column) != NULL
          && g_str_has_prefix (bl_import_plan_column_target (self, column), "value:"))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("The column “%s” is asked for twice"), equals + 1);
          return FALSE;
        }
      target = g_strconcat ("value:", clean, NULL);
      if (bl_import_plan_find_target (self, target) >= 0)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("The value “%s” is asked for twice"), clean);
          return FALSE;
        }
      bl_import_plan_add_target (self, target);
      bl_import_plan_place_target (self, column, target);
    }
  return TRUE;
}

/* The first cells that say something, to know a column by. */
static char *
find_example (const BlSheet *sheet, guint column)
{
  g_autoptr (GPtrArray) distinct = g_ptr_array_new ();
  guint filled = 0, n = MIN (bl_sheet_get_n_rows (sheet), 2000);
  gboolean few = TRUE;

  for (guint r = 0; r < n; r++)
    {
      const char *cell = bl_sheet_get_cell (sheet, r, column);
      if (*cell == '\0')
        continue;
      filled++;
      if (few && !g_ptr_array_find_with_equal_func (distinct, cell, g_str_equal, NULL))
        {
          g_ptr_array_add (distinct, (gpointer) cell);
          few = distinct->len <= 5 && strlen (cell) <= 16;
        }
      if (!few)
        break;
    }
  if (filled == 0)
    return g_strdup (_ ("empty in every row"));
  if (few && distinct->len > 1 && filled > distinct->len * 2)
    {
      GString *list = g_string_new (NULL);
      for (guint i = 0; i < distinct->len; i++)
        g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (distinct, i));
      return g_string_free (list, FALSE);
    }
  g_autofree char *first = bl_text_clean (g_ptr_array_index (distinct, 0));
  return g_strdelimit (first != NULL ? g_steal_pointer (&first) : g_strdup (" "), "\n", ' ');
}

/* "Monday opening times" holds times in some files and the Arts Council's phrases in others. */
static gboolean
holds_times (const BlSheet *sheet, guint column)
{
  guint times = 0, phrases = 0;

  for (guint r = 0; r < MIN (bl_sheet_get_n_rows (sheet), 500); r++)
    {
      const char *cell = bl_sheet_get_cell (sheet, r, column);
      times += strpbrk (cell, "0123456789") != NULL;
      phrases += strstr (cell, "AM ") != NULL || strstr (cell, "PM ") != NULL || strstr (cell, "All Day") != NULL;
    }
  return times > phrases;
}

/* Columns headed by a month or a year hold what the file's name says, unless the heading itself does. */
static const char *
find_figure_target (BlImportPlan *self, const char *name)
{
  const char *target = bl_target_find (BL_IMPORT_FIGURES, name);
  BlFigureKind kind = self->options.figure_kind != BL_FIGURE_UNKNOWN ? self->options.figure_kind : self->seen.figure_kind;
  g_autofree char *rest = NULL;
  BlNamedPeriod period;

  if (target == NULL && kind != BL_FIGURE_UNKNOWN && bl_named_period_read (name, TRUE, &period, &rest) && rest == NULL)
    target = bl_target_of_figure (kind);
  /* Without a month in its heading a second column is another thing. */
  if (target != NULL && g_str_has_prefix (target, "figure:") && bl_import_plan_find_target (self, target) >= 0
      && !bl_named_period_read (name, TRUE, &period, NULL))
    target = NULL;
  return target;
}

static void
match_columns (BlImportPlan *self)
{
  const char *const *list = bl_target_list (self->kind);
  guint n = bl_sheet_get_n_columns (self->sheet);

  for (guint i = 0; list[i] != NULL; i++)
    bl_import_plan_add_target (self, list[i]);
  if (self->kind == BL_IMPORT_LIBRARIES)
    {
      static const int years[] = { 2010, 2016, 2019, 2021, 2022, 2023 };
      for (guint i = 0; i < G_N_ELEMENTS (years); i++)
        {
          bl_import_plan_add_target (self, bl_target_with_year ("operation", years[i]));
          bl_import_plan_add_target (self, bl_target_with_year ("statutory", years[i]));
        }
    }
  for (guint c = 0; c < n; c++)
    {
      const char *name = bl_sheet_get_column (self->sheet, c);
      g_autoptr (BlImportColumn) column = bl_import_column_new (name);
      g_autofree char *example = find_example (self->sheet, c);
      const char *target = self->kind == BL_IMPORT_FIGURES ? find_figure_target (self, name)
                                                           : bl_target_find (self->kind, name);

      bl_import_column_set_example (column, example);
      g_list_store_append (self->columns, column);
      if (target != NULL && g_str_has_suffix (target, "-class") && holds_times (self->sheet, c))
        {
          g_autofree char *day = g_strndup (target, strlen (target) - strlen ("-class"));
          target = g_intern_string (day);
        }
      /* The first of two columns of one meaning is the better known. */
      if (target != NULL && !bl_target_takes_many (target) && bl_import_plan_find_target (self, target) >= 0)
        target = NULL;
      if (target != NULL)
        bl_import_plan_add_target (self, target);
      bl_import_column_set_target (column, target);
      if (self->kind == BL_IMPORT_VALUES)
        {
          g_autofree char *own = bl_recognise_value_name (name);
          g_autofree char *id = g_strconcat ("value:", own, NULL);
          bl_import_plan_add_target (self, id);
        }
    }
}

/* Of several columns with codes (output areas, and what they lie in) the one that speaks of the project's areas. */
static void
prefer_known_codes (BlImportPlan *self)
{
  for (guint c = 0; self->snapshot->n_areas > 0 && c < bl_sheet_get_n_columns (self->sheet); c++)
    {
      if (g_strcmp0 (bl_target_find (self->kind, bl_sheet_get_column (self->sheet, c)), "code") != 0)
        continue;
      for (guint r = 0; r < bl_sheet_get_n_rows (self->sheet); r++)
        if (bl_import_snapshot_find_area (self->snapshot, bl_sheet_get_cell (self->sheet, r, c)) >= 0)
          {
            bl_import_plan_place_target (self, c, "code");
            return;
          }
    }
}

/* 7 of "7", "Age 7", "7 years"; 90 of "90+"; -1 for no age. */
static int
age_of_heading (const char *heading)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(?:aged?\\s+)?([0-9]{1,3})(?:\\s*\\+|\\s+and over|\\s+years?)?$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (!g_regex_match (regex, heading, 0, &match))
    return -1;
  number = g_match_info_fetch (match, 1);
  return (int) g_ascii_strtoll (number, NULL, 10);
}

/* A column for each year of age is added up to the ages that the program speaks of. All of them have to be there. */
static void
match_ages (BlImportPlan *self)
{
  static const struct
  {
    const char *target;
    int from, to;
  } groups[] = { { "sum:aged_0_15", 0, 15 }, { "sum:aged_16_59", 16, 59 }, { "sum:aged_60_plus", 60, 200 } };
  guint n = bl_sheet_get_n_columns (self->sheet), found = 0;
  g_autofree int *ages = g_new (int, n + 1);
  gboolean seen[61] = { FALSE };

  for (guint c = 0; c < n; c++)
    {
      ages[c] = age_of_heading (bl_sheet_get_column (self->sheet, c));
      if (ages[c] >= 0 && ages[c] <= 60 && !seen[ages[c]])
        {
          seen[ages[c]] = TRUE;
          found++;
        }
    }
  if (found < G_N_ELEMENTS (seen))
    return;
  for (guint c = 0; c < n; c++)
    for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
      if (ages[c] >= groups[g].from && ages[c] <= groups[g].to)
        {
          bl_import_plan_add_target (self, groups[g].target);
          bl_import_plan_place_target (self, c, g_intern_string (groups[g].target));
        }
}

gboolean
bl_import_plan_choose_columns (BlImportPlan *self, GError **error)
{
  match_columns (self);
  if (self->kind == BL_IMPORT_VALUES)
    match_ages (self);
  if (self->kind == BL_IMPORT_TRAVEL)
    bl_import_travel_choose (self);
  if (self->kind == BL_IMPORT_SERIES && !bl_import_series_choose (self, error))
    return FALSE;
  if (self->kind == BL_IMPORT_VALUES || self->kind == BL_IMPORT_POINTS || self->kind == BL_IMPORT_MEMBERS)
    prefer_known_codes (self);
  if (!bl_import_plan_place_named (self, self->options.code_field, "code", error)
      || !bl_import_plan_place_named (self, self->options.name_field, "name", error))
    return FALSE;
  if (self->kind == BL_IMPORT_POINTS
      && (!bl_import_plan_place_named (self, self->options.x_field, "x", error)
          || !bl_import_plan_place_named (self, self->options.y_field, "y", error)))
    return FALSE;
  if (self->kind == BL_IMPORT_VALUES && !place_values (self, error))
    return FALSE;
  g_ptr_array_add (self->targets, NULL);
  return TRUE;
}
