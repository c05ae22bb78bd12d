/* app-quarks.c: one leak of GLib's that is meant, taken out of the count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib lets go of its table of quarks when a larger one takes its place, at the
 * 2,048th: on purpose, since others may be reading it. A program with all our
 * widgets passes that number. The table is made before main() by code without
 * symbols or frames, so that no suppression can name it and nothing else; it is
 * found here by what is in it.
 */
#include "app-fixture.h"

#ifdef __SANITIZE_ADDRESS__
#include <link.h>
#include <sanitizer/lsan_interface.h>

/* Of the sanitizer's allocator_interface.h, which Debian's GCC leaves out. */
int __sanitizer_get_ownership (const volatile void *p);
size_t __sanitizer_get_allocated_size (const volatile void *p);

static int
look_in_library (struct dl_phdr_info *info, size_t size, void *data)
{
  const char *first = g_quark_to_string (1);

  if (strstr (info->dlpi_name, "libglib-2.0") == NULL)
    return 0;
  for (int i = 0; i < info->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *part = &info->dlpi_phdr[i];
      char ***words = (char ***) (info->dlpi_addr + part->p_vaddr);

      if (part->p_type != PT_LOAD || (part->p_flags & PF_W) == 0)
        continue;
      /* quarks[1] is the first; quarks[0] is NULL. */
      for (gsize w = 0; w < part->p_memsz / sizeof *words; w++)
        if (words[w] != NULL && __sanitizer_get_ownership (words[w])
            && __sanitizer_get_allocated_size (words[w]) >= 2048 * sizeof (char *) && words[w][0] == NULL
            && words[w][1] == first)
          __lsan_ignore_object (words[w]);
    }
  return 1;
}
#endif

void
bl_app_fixture_keep_quarks (void)
{
#ifdef __SANITIZE_ADDRESS__
  dl_iterate_phdr (look_in_library, NULL);
#endif
}
