/* peers-funnel.c: an authority and those like it as a funnel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-funnel.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "formula.h"
#include "text.h"

/* What is not counted one by one has no chance of its own. */
static gboolean
is_of_counts (BlFormula *formula)
{
  static const char *const measured[] = { "hours", "spend", "_pct", "fte", "distance" };

  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    for (guint k = 0; k < G_N_ELEMENTS (measured); k++)
      if (!bl_formula_is_denominator (formula, i) && strstr (bl_formula_get_names (formula)[i], measured[k]) != NULL)
        return FALSE;
  return TRUE;
}

static gboolean
is_per_head (BlFormula *formula)
{
  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    if (bl_formula_is_denominator (formula, i) && !g_str_has_prefix (bl_formula_get_names (formula)[i], "pop_"))
      return FALSE;
  return TRUE;
}

static gboolean
suits (BlIndicator *indicator)
{
  const char *text = bl_record_get_text (BL_RECORD (indicator), "formula");
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;

  if (formula == NULL || !is_of_counts (formula))
    return FALSE;
  switch (bl_record_get_enum (BL_RECORD (indicator), "kind"))
    {
    case BL_INDICATOR_KIND_RATE:
    case BL_INDICATOR_KIND_SHARE:
      return TRUE;
    case BL_INDICATOR_KIND_RATIO:
      return is_per_head (formula);
    default:
      return FALSE;
    }
}

static gboolean
has_count (const BlPeer *peer)
{
  return peer->reason == BL_PEER_REASON_NONE && isfinite (peer->count) && peer->count >= 0 && isfinite (peer->size) && peer->size > 0;
}

/* Value ÷ (count ÷ size), of the first that is not nought: the same for all. */
static double
find_factor (const BlPeers *peers)
{
  for (int i = -1; i < (int) peers->n; i++)
    {
      const BlPeer *peer = i < 0 ? &peers->own : &peers->items[i];

      if (has_count (peer) && peer->count > 0)
        return peer->value * peer->size / peer->count;
    }
  return NAN;
}

static void
refuse (char **lacks, char *words)
{
  if (lacks != NULL)
    *lacks = words;
  else
    g_free (words);
}

BlPeersFunnel *
bl_peers_funnel_new (const BlPeers *peers, BlIndicator *indicator, char **lacks)
{
  g_autoptr (BlPeersFunnel) self = g_new0 (BlPeersFunnel, 1);
  guint used = 0;
  gboolean proportion = peers->kind == BL_INDICATOR_KIND_SHARE;

  if (lacks != NULL)
    *lacks = NULL;
  if (!suits (indicator))
    {
      refuse (lacks, g_strdup (_("A funnel is drawn of rates and shares of what is counted one by one, which this is not.")));
      return NULL;
    }
  self->n = peers->n + 1;
  self->counts = g_new (double, self->n);
  self->sizes = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const BlPeer *peer = i == 0 ? &peers->own : &peers->items[i - 1];
      gboolean counts = has_count (peer);

      self->counts[i] = counts ? peer->count : NAN;
      self->sizes[i] = counts ? peer->size : NAN;
      used += counts;
      proportion = proportion && !(peer->count > peer->size);
    }
  if (used < peers->lines.funnel_places)
    {
      refuse (lacks, used == 0 && peers->spread.n > 0
                         ? g_strdup (_("There is no funnel: the counts behind these figures are not known."))
                         : g_strdup_printf (ngettext ("There is no funnel: %u place has a usable figure, and under %u it would mislead.",
                                                      "There is no funnel: %u places have a usable figure, and under %u it would mislead.",
                                                      used), used, (guint) peers->lines.funnel_places));
      return NULL;
    }
  self->factor = find_factor (peers);
  self->funnel = bl_funnel_new (self->counts, self->sizes, self->n, proportion);
  self->funnel->fewest = peers->lines.funnel_places;
  self->funnel->wild = peers->lines.funnel_dispersion;
  self->wild = self->funnel->dispersion > self->funnel->wild;
  if (!isfinite (self->factor) || !(self->funnel->centre > 0))
    {
      refuse (lacks, g_strdup (_("There is no funnel: nothing was counted anywhere.")));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
bl_peers_funnel_free (BlPeersFunnel *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->funnel, bl_funnel_free);
  g_free (self->counts);
  g_free (self->sizes);
  g_free (self);
}

BlFunnelLimits
bl_peers_funnel_get_limits (const BlPeersFunnel *self, double size, BlFunnelAdjust adjust)
{
  BlFunnelLimits limits = bl_funnel_get_limits (self->funnel, size, adjust);

  limits.low998 *= self->factor;
  limits.low95 *= self->factor;
  limits.high95 *= self->factor;
  limits.high998 *= self->factor;
  return limits;
}

int
bl_peers_funnel_place (const BlPeersFunnel *self, guint point, BlFunnelAdjust adjust)
{
  double value = self->funnel->points[point].value;
  BlFunnelLimits limits = bl_funnel_get_limits (self->funnel, self->sizes[point], adjust);

  return value < limits.low998 ? -2 : value < limits.low95 ? -1 : value > limits.high998 ? 2 : value > limits.high95 ? 1 : 0;
}

char *
bl_peers_funnel_say (const BlPeersFunnel *self)
{
  g_autofree char *phi = bl_text_number (self->funnel->dispersion, 2);

  if (!(self->funnel->between > 0))
    return g_strdup_printf (_("The spread is no more than chance explains (φ = %s): the limits are those of chance."), phi);
  if (self->wild)
    return g_strdup_printf (_("Over-dispersion (φ = %s): services differ far more than chance explains, so this shows spread, not "
                              "performance. The limits are widened for it."), phi);
  return g_strdup_printf (_("Over-dispersion (φ = %s): services differ more than chance explains; the limits are widened for it."), phi);
}
