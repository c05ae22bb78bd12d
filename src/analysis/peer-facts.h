/* peer-facts.h: figures about authorities, to find those that are like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base-figures.h"

G_BEGIN_DECLS

/**
 * BlPeerVariable: what authorities are told apart by.
 */
typedef struct
{
  char *id, *title;  /* "aged-60-plus", "People of 60 and over" */
  char *source;      /* whose figures, and of when; NULL */
  gboolean usual;    /* ticked at first */
  GArray *figures;   /* of double, by authority; NaN: not known */
} BlPeerVariable;

/**
 * BlPeerFacts: a table of them.
 */
typedef struct
{
  GPtrArray *codes, *names; /* of char *: GSS codes of the authorities with a library service */
  GPtrArray *variables;     /* of BlPeerVariable */
} BlPeerFacts;

BlPeerFacts *bl_peer_facts_new (void);
void bl_peer_facts_free (BlPeerFacts *self);
/* Before any variable. */
void bl_peer_facts_add_authority (BlPeerFacts *self, const char *code, const char *name);
/* All of its figures not known; the facts'. */
BlPeerVariable *bl_peer_facts_add_variable (BlPeerFacts *self, const char *id, const char *title, const char *source);
/* Index; -1: none of that name. */
int bl_peer_facts_find_authority (const BlPeerFacts *self, const char *code);
int bl_peer_facts_find_variable (const BlPeerFacts *self, const char *id);
/* What the comparisons of the project tell of the people: their number, and the shares of ages. */
void bl_peer_facts_add_people (BlPeerFacts *self, BlBaseFigures *figures);
/* An indicator as a variable, by its newest whole figure of each authority; its index, -1 where nobody has one. */
int bl_peer_facts_add_indicator (BlPeerFacts *self, BlBaseFigures *figures, BlIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPeerFacts, bl_peer_facts_free)

G_END_DECLS
