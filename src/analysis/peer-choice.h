/* peer-choice.h: whom an authority is compared with, and by what right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "peer-facts.h"
#include "peers.h"

G_BEGIN_DECLS

typedef enum
{
  BL_PEERS_WITH_NEIGHBOURS, /* the published list */
  BL_PEERS_WITH_OWN,        /* the users' own list */
  BL_PEERS_WITH_COMPUTED,   /* the nearest by figures about them */
  BL_PEERS_WITH_CODES,      /* named one by one */
} BlPeersWith;

/**
 * BlPeerChoice: the answer.
 */
typedef struct
{
  BlPeersWith with;
  GPtrArray *codes, *names;  /* of char *, nearest first; a name may be NULL */
  char *list, *source, *date; /* of the list; NULL */
  GArray *distances;         /* of double, by item: of the greatest in the set; NULL: not computed */
  GArray *estimated;         /* of gboolean, likewise: figures were missing, the distance is made up in proportion */
  GPtrArray *variables;      /* of char *, what it was computed from; NULL */
  guint n_all;               /* how many there were to choose from; 0: not known */
} BlPeerChoice;

void bl_peer_choice_free (BlPeerChoice *self);
/* The first @n (at most all) of the published list; NULL: the project has none. */
BlPeerChoice *bl_peer_choice_new_neighbours (BlProject *project, guint n);
/* NULL: there is none yet. */
BlPeerChoice *bl_peer_choice_new_own (BlProject *project);
/* Empty; the caller adds. */
BlPeerChoice *bl_peer_choice_new_codes (void);
/* The @n nearest to the project's authority by the variables named (indicator-content 6.2); NULL: it is not among the facts,
 * or none of the variables is known of it. */
BlPeerChoice *bl_peer_choice_new_computed (BlProject *project, const BlPeerFacts *facts, const guint *variables,
                                           guint n_variables, guint n);
void bl_peer_choice_take (BlPeerChoice *self, const char *code, const char *name);
/* "Compared with: ONS nearest neighbours, the first 15, nearest first (source, date). …" */
char *bl_peer_choice_say (const BlPeerChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPeerChoice, bl_peer_choice_free)

G_END_DECLS
