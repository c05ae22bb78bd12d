/* library-figures-put.c: figures of libraries, written into their records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-figures-private.h"

#include <math.h>

static BlRecord *
find_figure (BlRecord *library, const BlFigureEntry *entry)
{
  GListModel *figures = bl_record_get_list (library, "figures");

  for (guint i = 0; i < g_list_model_get_n_items (figures); i++)
    {
      g_autoptr (BlRecord) figure = g_list_model_get_item (figures, i);
      if (bl_record_get_enum (figure, "kind") == entry->measure
          && g_strcmp0 (bl_record_get_text (figure, "period"), entry->period) == 0)
        return figure; /* the list keeps it */
    }
  return NULL;
}

/* What the plan says of where figures are from; what is not said stays with a figure that is the same. */
static void
put_origin (BlImportPlan *plan, const BlFigureEntry *entry, BlRecord *figure)
{
  const struct
  {
    const char *field, *text;
  } origin[] = { { "source", bl_import_plan_source (plan) },
                 { "source-date", bl_import_plan_date (plan) },
                 { "licence", bl_import_plan_licence (plan) } };

  for (guint i = 0; i < G_N_ELEMENTS (origin); i++)
    if (origin[i].text != NULL || entry->state != BL_ENTRY_UNCHANGED)
      bl_record_set_text (figure, origin[i].field, origin[i].text);
}

void
bl_library_figures_put (BlImportPlan *plan, const BlFigureEntry *entry, BlProject *project)
{
  const BlKnownLibrary *known = g_ptr_array_index (plan->snapshot->libraries, entry->library);
  BlRecord *library = bl_project_find (project, known->id);
  g_autoptr (BlRecord) made = NULL;
  BlRecord *figure;

  if (entry->state == BL_ENTRY_LEFT_OUT || entry->state == BL_ENTRY_KEPT || library == NULL)
    return;
  if (entry->measure == BL_FIGURES_RUNNING_COST)
    bl_record_set_money (library, "running-cost", (gint64) round (entry->number * 100));
  else if (entry->measure == BL_FIGURES_FLOOR_AREA)
    bl_record_set_real (library, "floor-area", entry->number);
  if (entry->measure < 0)
    return;
  figure = find_figure (library, entry);
  if (figure == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "figure");

      figure = made = BL_RECORD (bl_figure_new (id));
      bl_record_set_enum (figure, "kind", entry->measure);
      bl_record_set_text (figure, "period", entry->period);
    }
  bl_record_set_real (figure, "number", entry->number);
  if (entry->months > 0)
    bl_record_set_integer (figure, "months", entry->months);
  else
    bl_record_set_value (figure, "months", NULL);
  put_origin (plan, entry, figure);
  if (made != NULL)
    bl_record_append (library, "figures", made);
}
