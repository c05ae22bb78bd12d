/* transactor.h: who allows a record to change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _BlRecord BlRecord;

#define BL_TYPE_TRANSACTOR (bl_transactor_get_type ())
G_DECLARE_INTERFACE (BlTransactor, bl_transactor, BL, TRANSACTOR, GObject)

/**
 * BlTransactorInterface:
 * @touch: called before @record changes for the first time and every later
 *   time; answers whether a transaction is open, having noted what the record
 *   was like.
 * @attached: a record came under this transactor, with all below it.
 * @detached: a record left it, with all below it.
 */
struct _BlTransactorInterface
{
  GTypeInterface parent;
  gboolean (*touch) (BlTransactor *self, BlRecord *record);
  void (*attached) (BlTransactor *self, BlRecord *record);
  void (*detached) (BlTransactor *self, BlRecord *record);
};

gboolean bl_transactor_touch (BlTransactor *self, BlRecord *record);
void bl_transactor_attached (BlTransactor *self, BlRecord *record);
void bl_transactor_detached (BlTransactor *self, BlRecord *record);

G_END_DECLS
