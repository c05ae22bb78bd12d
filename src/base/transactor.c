/* transactor.c: who allows a record to change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transactor.h"

#include "record.h"

G_DEFINE_INTERFACE (BlTransactor, bl_transactor, G_TYPE_OBJECT)

static void
bl_transactor_default_init (BlTransactorInterface *iface)
{
}

gboolean
bl_transactor_touch (BlTransactor *self, BlRecord *record)
{
  return BL_TRANSACTOR_GET_IFACE (self)->touch (self, record);
}

void
bl_transactor_attached (BlTransactor *self, BlRecord *record)
{
  BL_TRANSACTOR_GET_IFACE (self)->attached (self, record);
}

void
bl_transactor_detached (BlTransactor *self, BlRecord *record)
{
  BL_TRANSACTOR_GET_IFACE (self)->detached (self, record);
}
