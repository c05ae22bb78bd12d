/* deciles.c: people by decile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "deciles.h"

#include <math.h>

gboolean
bl_deciles_compute (
    const BlFacts *facts, const BlAccess *access, int library, guint value, BlDeciles *deciles)
{
  g_return_val_if_fail (facts != NULL && value < facts->n_values, FALSE);
  g_return_val_if_fail (library < 0 || access != NULL, FALSE);

  *deciles = (BlDeciles){ 0 };
  if (facts->values[value].kind != BL_VALUE_KIND_DECILE || facts->population == NULL)
    return FALSE;
  for (guint i = 0; i < facts->n_areas; i++)
    {
      double decile = facts->values[value].numbers[i], people = facts->population[i];

      if (!isfinite (people) || (library >= 0 && access->nearest[i] != library))
        continue;
      if (isfinite (decile) && decile >= 1 && decile < 11)
        {
          deciles->people[(guint) decile - 1] += people;
          deciles->total += people;
        }
      else
        deciles->unknown += people;
    }
  return TRUE;
}
