/* map-print-difference.c: a map of what a scenario changes, with all that must travel with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-print.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "flow-arrow.h"
#include "map-difference.h"
#include "scenario-words.h"
#include "text-painter.h"
#include "text.h"

/* More arrows than this are a tangle; the largest tell the story. */
#define FLOWS_MOST 8
#define FLOWS_NUMBERED 4
#define CLEAR 11.0
#define THINNER 0.6 /* than in the window: the map is smaller on paper */

typedef struct
{
  BlEffect *effects;
  double *people; /* for dots */
  guint n_flows;
  struct
  {
    BlPoint from, to; /* drawing coordinates of the grid */
    double width;
    char *text;
  } flows[FLOWS_MOST];
  BlMapSymbol *symbols;
  guint n_symbols;
  BlColour quiet;
  char *labels[BL_N_EFFECTS];
  BlMapLegendRow rows[BL_N_EFFECTS];
} Difference;

static void
difference_free (Difference *self)
{
  for (guint i = 0; i < self->n_flows; i++)
    g_free (self->flows[i].text);
  for (guint i = 0; i < self->n_symbols; i++)
    g_free ((char *) self->symbols[i].label);
  for (guint i = 0; i < BL_N_EFFECTS; i++)
    g_free (self->labels[i]);
  g_free (self->symbols);
  g_free (self->effects);
  g_free (self->people);
  g_free (self);
}

static void
paint_under (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlPoint *points,
             const BlPalette *palette, gpointer data)
{
  const BlMapPrint *print = data;
  const Difference *self = print->more;

  if (shape != NULL)
    bl_map_paint_difference (cr, view, shape, self->effects, palette);
  else if (points != NULL)
    bl_map_paint_difference_points (cr, view, points, print->facts->population, print->facts->n_areas, self->effects,
                                    palette);
}

static void
paint_over (cairo_t *cr, const BlMapView *view, const BlMapShape *shape, const BlPoint *points,
            const BlPalette *palette, gpointer data)
{
  const BlMapPrint *print = data;
  const Difference *self = print->more;
  BlTextStyle style = { .size = BL_TEXT_SIZE_SMALL, .weight = 700 };

  for (guint i = self->n_flows; i-- > 0;)
    {
      BlFlowArrow arrow = { bl_map_view_to_pixels (view, self->flows[i].from),
                            bl_map_view_to_pixels (view, self->flows[i].to), CLEAR, self->flows[i].width };

      if (!bl_flow_arrow_is_drawn (&arrow))
        continue;
      bl_flow_arrow_paint (cr, &arrow, palette);
      if (i < FLOWS_NUMBERED)
        {
          g_autoptr (PangoLayout) layout = bl_text_painter_layout (cr, self->flows[i].text, &style);
          BlPoint middle = bl_flow_arrow_at (&arrow, 0.5);

          bl_text_painter_draw_halo (cr, layout, middle.x, middle.y, 0.5, 0.5, palette->ink, palette->halo, 1);
        }
    }
}

/* Libraries as they would be: closed by it a cross, opened by it a star. */
static void
take_symbols (Difference *self, const BlFacts *today, const BlFacts *changed)
{
  self->symbols = g_new0 (BlMapSymbol, changed->n_libraries + 1);
  for (guint i = 0; i < changed->n_libraries; i++)
    {
      const BlFactsLibrary *library = &changed->libraries[i];
      gboolean was_open = i < today->n_libraries && today->libraries[i].open;
      BlMapSymbol *symbol = &self->symbols[self->n_symbols];

      if (library->nearby || !library->located || library->type != BL_LIBRARY_TYPE_STATIC
          || (!library->open && !was_open))
        continue;
      symbol->drawing = bl_map_project (BL_MAP_GRID, library->point);
      symbol->look.operation = library->open ? library->operation : BL_OPERATION_UNKNOWN;
      symbol->look.statutory = library->statutory;
      symbol->look.proposed = i >= today->n_libraries;
      symbol->label = bl_text_short_library_name (library->name);
      self->n_symbols++;
    }
}

static void
take_flows (Difference *self, const BlFacts *changed, const BlConsequences *consequences)
{
  for (guint i = 0; i < consequences->n_flows && self->n_flows < FLOWS_MOST; i++)
    {
      const BlFlow *flow = &consequences->flows[i];

      if (!changed->libraries[flow->from].located || !changed->libraries[flow->to].located)
        continue;
      self->flows[self->n_flows].from = bl_map_project (BL_MAP_GRID, changed->libraries[flow->from].point);
      self->flows[self->n_flows].to = bl_map_project (BL_MAP_GRID, changed->libraries[flow->to].point);
      self->flows[self->n_flows].width = bl_flow_arrow_width (flow->population, consequences->flows[0].population) * THINNER;
      self->flows[self->n_flows].text = bl_text_number (flow->population, 0);
      self->n_flows++;
    }
}

static char *
effect_words (BlEffect effect, const char *within)
{
  switch (effect)
    {
    case BL_EFFECT_LOST:
      /* TRANSLATORS: a yardstick: "a mile", "15 minutes on foot by road" */
      return g_strdup_printf (_ ("Lose a library within %s"), within);
    case BL_EFFECT_FURTHER:
      return g_strdup_printf (_ ("Further, still within %s"), within);
    case BL_EFFECT_BEYOND:
      return g_strdup (_ ("Beyond it already, now further"));
    case BL_EFFECT_NEARER:
      return g_strdup (_ ("Nearer"));
    case BL_EFFECT_GAINED:
      return g_strdup_printf (_ ("Gain a library within %s"), within);
    case BL_EFFECT_NONE:
    case BL_N_EFFECTS:
    default:
      return g_strdup (_ ("No change"));
    }
}

/* From worst to best, those there are, then those for whom nothing changes: a table too. */
static void
take_rows (Difference *self, BlMapLegend *legend, const BlConsequences *consequences, const char *within)
{
  static const BlEffect order[] = { BL_EFFECT_LOST,   BL_EFFECT_FURTHER, BL_EFFECT_BEYOND,
                                    BL_EFFECT_NEARER, BL_EFFECT_GAINED,  BL_EFFECT_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      BlEffect effect = order[i];
      BlEffectLook look = bl_effect_look (effect, bl_palette_get (BL_PALETTE_LIGHT));

      if (consequences->areas[effect] == 0)
        continue;
      self->labels[legend->n_rows] = effect_words (effect, within);
      self->rows[legend->n_rows] = (BlMapLegendRow){ look.ground, look.hatched, look.hatch,
                                                     self->labels[legend->n_rows], consequences->people[effect] };
      legend->n_rows++;
    }
  legend->rows = self->rows;
}

BlMapPrint *
bl_map_print_new_difference (BlFacts *today, const BlFacts *changed, const BlConsequences *consequences,
                             const BlAccessQuestion *question, const char *title, GError **error)
{
  BlMapAsked asked = { .question = *question };
  g_autoptr (BlMapPrint) print = bl_map_print_new (today, &asked, error);
  g_autofree char *within = NULL;
  Difference *self;

  g_return_val_if_fail (changed != NULL && consequences != NULL, NULL);

  if (print == NULL)
    return NULL;
  self = g_new0 (Difference, 1);
  print->more = self;
  print->free_more = (GDestroyNotify) difference_free;
  self->effects = g_memdup2 (consequences->effects, today->n_areas * sizeof *consequences->effects);
  within = bl_scenario_words_yardstick (today, question);
  take_symbols (self, today, changed);
  take_flows (self, changed, consequences);
  take_rows (self, &print->picture.legend, consequences, within);
  print->shows = g_strdup (title);
  print->finding = bl_scenario_finding (today, question, consequences);
  g_free (print->state);
  print->state = g_strdup (_ ("Compared with today"));
  print->picture.legend.title = _ ("What changes for people");
  self->quiet = bl_effect_look (BL_EFFECT_NONE, bl_palette_get (BL_PALETTE_LIGHT)).ground;
  print->picture.plain = &self->quiet;
  print->picture.symbols = self->symbols;
  print->picture.n_symbols = self->n_symbols;
  print->picture.paint_under = paint_under;
  print->picture.paint_over = paint_over;
  print->picture.data = print;
  return g_steal_pointer (&print);
}
