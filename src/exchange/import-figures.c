/* import-figures.c: what the figures in a file's columns are called and how they are measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-figures.h"

#include "import-plan-private.h"
#include "recognise.h"
#include "text.h"

#include <glib/gi18n-lib.h>

static void
figure_free (gpointer data)
{
  BlImportFigure *figure = data;

  g_free ((char *) figure->title);
  g_free (figure);
}

const BlImportFigure *
bl_import_plan_get_said_figure (BlImportPlan *self, guint column)
{
  return self->figures != NULL ? g_hash_table_lookup (self->figures, GUINT_TO_POINTER (column)) : NULL;
}

gboolean
bl_import_plan_get_figure (BlImportPlan *self, guint column, BlImportFigure *figure)
{
  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), FALSE);
  g_return_val_if_fail (figure != NULL, FALSE);

  if (self->kind != BL_IMPORT_VALUES)
    return FALSE;
  /* Worked through, so that a kind that only the rows tell is known. */
  bl_import_plan_preview (self, NULL);
  return self->work != NULL && bl_import_values_get_figure (self->work, column, figure);
}

/* Makes "value:@name" a target a column can go to. */
static const char *
offer_target (BlImportPlan *self, const char *name)
{
  g_autofree char *id = g_strconcat ("value:", name, NULL);
  const char *target = g_intern_string (id);

  /* The list ends with NULL. */
  if (!g_ptr_array_find (self->targets, target, NULL))
    g_ptr_array_insert (self->targets, (int) self->targets->len - 1, (gpointer) target);
  return target;
}

gboolean
bl_import_plan_set_figure (BlImportPlan *self, guint column, const BlImportFigure *figure, GError **error)
{
  g_autofree char *name = bl_text_clean (figure->name);
  g_autofree char *id = NULL;
  BlImportFigure *said;
  int taken;

  g_return_val_if_fail (BL_IS_IMPORT_PLAN (self), FALSE);
  g_return_val_if_fail (column < g_list_model_get_n_items (G_LIST_MODEL (self->columns)), FALSE);

  if (!bl_recognise_value_name_is_valid (name))
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("“%s” cannot be the name of a figure: use letters, digits and “_”, a letter first"),
                   figure->name != NULL ? figure->name : "");
      return FALSE;
    }
  id = g_strconcat ("value:", name, NULL);
  taken = bl_import_plan_find_target (self, id);
  if (taken >= 0 && (guint) taken != column)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION, _ ("“%s” is the name of another column’s figure"),
                   name);
      return FALSE;
    }

  if (self->figures == NULL)
    self->figures = g_hash_table_new_full (NULL, NULL, NULL, figure_free);
  said = g_new0 (BlImportFigure, 1);
  said->title = bl_text_clean (figure->title);
  said->kind = figure->kind;
  g_hash_table_insert (self->figures, GUINT_TO_POINTER (column), said);
  bl_import_plan_set_target (self, column, offer_target (self, name));
  self->stale = TRUE;
  return TRUE;
}
