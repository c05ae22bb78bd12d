/* chart-text.c: the words of a chart, laid out sparingly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <string.h>

#include "chart-private.h"

#define FAMILY "Cantarell, Sans"

static guint
text_hash (gconstpointer data)
{
  const BlChartText *text = data;

  return g_str_hash (text->text) * 31 + (guint) text->font.size * 7 + (guint) text->font.width * 3
         + (guint) text->font.lines + (text->font.bold ? 101 : 0);
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const BlChartText *one = a, *other = b;

  return one->font.size == other->font.size && one->font.width == other->font.width
         && one->font.bold == other->font.bold && one->font.lines == other->font.lines
         && one->font.centred == other->font.centred && g_str_equal (one->text, other->text);
}

static void
text_free (BlChartText *text)
{
  g_free (text->text);
  g_clear_object (&text->layout);
  g_free (text);
}

static void
make_context (BlChartFrame *frame)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  /* As in text-painter.c: a line is as long on screen as on paper. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  g_set_object (&frame->context, NULL);
  frame->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (frame->context, options);
  pango_context_set_base_dir (frame->context,
                              frame->look.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  frame->thread = g_thread_self ();
}

static void
lay_out (BlChartFrame *frame, BlChartText *text)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoRectangle logical;

  g_clear_object (&text->layout);
  text->layout = pango_layout_new (frame->context);
  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_absolute_size (font, text->font.size * frame->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, text->font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (text->layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (text->layout, frame->figures);
  pango_layout_set_text (text->layout, text->text, -1);
  if (text->font.width > 0)
    {
      pango_layout_set_width (text->layout, (int) (text->font.width * PANGO_SCALE));
      pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
      if (text->font.lines > 0)
        {
          pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
          pango_layout_set_height (text->layout, -text->font.lines);
        }
    }
  if (text->font.centred)
    pango_layout_set_alignment (text->layout, PANGO_ALIGN_CENTER);
  pango_layout_get_extents (text->layout, NULL, &logical);
  if (text->font.width > 0)
    {
      /* As narrow as its longest line, so that its box is where its letters are. */
      pango_layout_set_width (text->layout, MIN ((int) (text->font.width * PANGO_SCALE), logical.width + 1));
      pango_layout_get_extents (text->layout, NULL, &logical);
    }
  text->width = logical.width / (double) PANGO_SCALE;
  text->height = logical.height / (double) PANGO_SCALE;
}

void
bl_chart_text_init (BlChartFrame *frame)
{
  frame->texts = g_hash_table_new_full (text_hash, text_equal, (GDestroyNotify) text_free, NULL);
  frame->figures = pango_attr_list_new ();
  pango_attr_list_insert (frame->figures, pango_attr_font_features_new ("tnum=1"));
  make_context (frame);
}

void
bl_chart_text_clear (BlChartFrame *frame)
{
  g_clear_pointer (&frame->texts, g_hash_table_unref);
  g_clear_pointer (&frame->figures, pango_attr_list_unref);
  g_clear_object (&frame->context);
}

const BlChartText *
bl_chart_text_get (BlChartFrame *frame, const char *text, const BlChartFont *font)
{
  BlChartText key = { (char *) (text != NULL ? text : ""), *font, NULL, 0, 0 };
  BlChartText *found = g_hash_table_lookup (frame->texts, &key);

  if (found != NULL)
    return found;
  found = g_new0 (BlChartText, 1);
  found->text = g_strdup (key.text);
  found->font = *font;
  lay_out (frame, found);
  g_hash_table_add (frame->texts, found);
  return found;
}

double
bl_chart_text_line (BlChartFrame *frame, double size)
{
  return bl_chart_text_get (frame, "0", &(BlChartFont){ .size = size })->height;
}

void
bl_chart_word_add (
    BlChartFrame *frame, const BlChartText *text, double x, double y, BlColour colour, gboolean halo)
{
  BlChartWord word = { text, { x, y, text->width, text->height }, colour, halo };

  g_array_append_val (frame->words, word);
}

void
bl_chart_text_paint (BlChartFrame *frame, cairo_t *cr)
{
  if (frame->thread != g_thread_self ())
    {
      GHashTableIter iter;
      gpointer text;

      /* A font map belongs to a thread. */
      make_context (frame);
      g_hash_table_iter_init (&iter, frame->texts);
      while (g_hash_table_iter_next (&iter, &text, NULL))
        lay_out (frame, text);
    }
  for (guint i = 0; i < frame->words->len; i++)
    {
      const BlChartWord *word = &g_array_index (frame->words, BlChartWord, i);

      if (word->halo)
        bl_text_painter_draw_halo (cr, word->text->layout, word->box.x, word->box.y, 0, 0, word->colour,
                                   frame->palette->view, frame->scale);
      else
        bl_text_painter_draw_layout (cr, word->text->layout, word->box.x, word->box.y, 0, 0, word->colour);
    }
}

gboolean
bl_chart_box_meets (const BlChartBox *a, const BlChartBox *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap && a->y < b->y + b->height + gap
         && b->y < a->y + a->height + gap;
}

gboolean
bl_chart_spread (double *places, const double *sizes, guint n, double low, double high, double gap)
{
  g_autofree double *wishes = NULL;
  g_autofree guint *starts = NULL;
  double total = 0;
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    total += sizes[i] + (i > 0 ? gap : 0);
  if (total > high - low)
    return FALSE;
  /* Blocks of neighbours that touch stand where the mean of their wishes is (pool adjacent violators). */
  wishes = g_memdup2 (places, n * sizeof *places);
  starts = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      starts[n_blocks++] = i;
      starts[n_blocks] = i + 1;
      for (;;)
        {
          guint from = starts[n_blocks - 1];
          double sum = 0, before = 0, start, length = 0;

          for (guint j = from; j <= i; j++)
            {
              sum += wishes[j] - before;
              before += sizes[j] + gap;
            }
          length = before - gap;
          start = CLAMP (sum / (i + 1 - from), low, MAX (low, high - length));
          for (guint j = from; j <= i; j++)
            {
              places[j] = start;
              start += sizes[j] + gap;
            }
          if (n_blocks < 2 || places[from] >= places[from - 1] + sizes[from - 1] + gap - 1e-6)
            break;
          n_blocks--;
          starts[n_blocks] = i + 1;
        }
    }
  return TRUE;
}

const GArray *
bl_chart_frame_get_words (BlChartFrame *frame)
{
  return frame->words;
}
