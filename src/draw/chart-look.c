/* chart-look.c: what a mark is for and how sure its figure is, as colour and stroke
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart-private.h"

/* Of letters on their ground (WCAG AA). */
#define CONTRAST_OF_TEXT 4.5

BlTone
bl_chart_tone (const BlChartMark *mark, const BlDatum *datum)
{
  if (datum != NULL && datum->flags & BL_DATUM_SIGNAL)
    return BL_TONE_FOCUS;
  if (datum != NULL && datum->flags & BL_DATUM_MUTED)
    return BL_TONE_OTHERS;
  if (datum != NULL && datum->tone >= 0)
    return (BlTone) datum->tone;
  return mark->tone;
}

BlColour
bl_chart_colour (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum)
{
  const BlPalette *palette = frame->palette;
  BlTone tone = bl_chart_tone (mark, datum);

  /* One among greys is the dark one. */
  if (tone == BL_TONE_OTHERS && datum != NULL && datum->flags & (BL_DATUM_FOCUS | BL_DATUM_RINGED)
      && !(datum->flags & BL_DATUM_MUTED))
    return palette->series[0];
  switch (tone)
    {
    case BL_TONE_FOCUS:
      return palette->picked;
    case BL_TONE_OTHERS:
      /* What is filled has an edge; a line or a dot has to be seen by itself. */
      return mark->kind == BL_MARK_BAR || mark->kind == BL_MARK_SPAN || mark->kind == BL_MARK_TINT ? palette->unfocused
                                                                                                  : palette->unfocused_line;
    case BL_TONE_REFERENCE:
    case BL_TONE_INK:
      return palette->ink;
    case BL_TONE_LIMIT:
      return palette->dim_ink;
    case BL_TONE_TARGET:
      return palette->text_good;
    case BL_TONE_BETTER:
      return palette->better[2];
    case BL_TONE_WORSE:
      return palette->worse[2];
    case BL_TONE_SERIES:
    default:
      return palette->series[mark->series % G_N_ELEMENTS (palette->series)];
    }
}

BlColour
bl_chart_text_colour (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum)
{
  const BlPalette *palette = frame->palette;
  BlColour colour;

  switch (bl_chart_tone (mark, datum))
    {
    case BL_TONE_FOCUS:
    case BL_TONE_WORSE:
      return palette->text_bad;
    case BL_TONE_TARGET:
    case BL_TONE_BETTER:
      return palette->text_good;
    case BL_TONE_OTHERS:
      if (datum != NULL && datum->flags & (BL_DATUM_FOCUS | BL_DATUM_RINGED))
        return palette->ink;
      return palette->dim_ink;
    case BL_TONE_LIMIT:
      return palette->dim_ink;
    case BL_TONE_REFERENCE:
    case BL_TONE_INK:
      return palette->ink;
    case BL_TONE_SERIES:
    default:
      /* Nearer to ink until it is read: still told to be of its line. */
      colour = palette->series[mark->series % G_N_ELEMENTS (palette->series)];
      for (guint i = 0; i < 10 && bl_colour_contrast (colour, palette->view) < CONTRAST_OF_TEXT; i++)
        colour = (BlColour){ colour.r + (palette->ink.r - colour.r) * 0.15,
                             colour.g + (palette->ink.g - colour.g) * 0.15,
                             colour.b + (palette->ink.b - colour.b) * 0.15, 1 };
      return colour;
    }
}

BlColour
bl_chart_tint_colour (const BlChartFrame *frame, const BlChartMark *mark, const BlDatum *datum)
{
  BlTone tone = bl_chart_tone (mark, datum);

  if (tone == BL_TONE_LIMIT)
    return bl_colour_faded (frame->palette->series[0], 0.11);
  return bl_colour_faded (bl_chart_colour (frame, mark, datum), tone == BL_TONE_OTHERS ? 0.28 : 0.11);
}

double
bl_chart_line_width (const BlChartFrame *frame, const BlChartMark *mark)
{
  double width;

  if (mark->width > 0)
    return mark->width;
  switch (mark->tone)
    {
    case BL_TONE_LIMIT:
      width = 1;
      break;
    case BL_TONE_OTHERS:
    case BL_TONE_REFERENCE:
      width = 1.4;
      break;
    case BL_TONE_INK:
    case BL_TONE_TARGET:
      width = 1.7;
      break;
    default:
      width = 2;
    }
  return width * fmin (frame->scale, 1.5) + (frame->palette->outline > 0 ? 0.5 : 0);
}

void
bl_chart_set_dash (const BlChartFrame *frame, cairo_t *cr, BlTone tone, BlState state)
{
  static const double estimate[] = { 5, 3.5 }, proxy[] = { 0.1, 4.5 };
  static const double reference[] = { 6, 4 }, limit[] = { 3.5, 3 }, target[] = { 8, 4 };
  const double *dashes = NULL;
  double scaled[2];
  gboolean round = FALSE;

  if (state == BL_STATE_PROXY)
    {
      dashes = proxy;
      round = TRUE;
    }
  else if (state == BL_STATE_ESTIMATE)
    dashes = estimate;
  else if (tone == BL_TONE_REFERENCE)
    dashes = reference;
  else if (tone == BL_TONE_LIMIT)
    dashes = limit;
  else if (tone == BL_TONE_TARGET)
    dashes = target;
  cairo_set_line_cap (cr, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (dashes == NULL)
    {
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    }
  for (guint i = 0; i < 2; i++)
    scaled[i] = dashes[i] * fmin (frame->scale, 1.5);
  cairo_set_dash (cr, scaled, 2, 0);
}

BlColour
bl_colour_faded (BlColour colour, double alpha)
{
  colour.a *= alpha;
  return colour;
}

gboolean
bl_datum_is_strong (const BlDatum *datum)
{
  return (datum->flags & (BL_DATUM_FOCUS | BL_DATUM_RINGED | BL_DATUM_SIGNAL)) != 0;
}

gboolean
bl_datum_is_hollow (const BlDatum *datum)
{
  return datum->state == BL_STATE_ESTIMATE || datum->state == BL_STATE_PROXY
         || datum->flags & (BL_DATUM_PROVISIONAL | BL_DATUM_PARTIAL);
}

const char *
bl_datum_say_missing (const BlDatum *datum)
{
  switch (datum->state)
    {
    case BL_STATE_SUPPRESSED:
      return _ ("fewer than 5");
    case BL_STATE_NO_DATA:
      return _ ("no data");
    default:
      return NULL;
    }
}
