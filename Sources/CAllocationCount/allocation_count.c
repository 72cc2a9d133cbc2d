#define _GNU_SOURCE
#include "allocation_count.h"

static _Thread_local struct allocation_count current;

struct allocation_count allocation_count_now(void) { return current; }

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// How a library calls a function of another one: through a variable that holds its address, which the
// dynamic linker has filled in. To count the calls, these variables get the addresses of the functions
// below. A program that is not being measured pays nothing for it, which it would if it had a 'malloc'
// of its own.

#ifdef __x86_64__
enum { jump_slot = R_X86_64_JUMP_SLOT, global_data = R_X86_64_GLOB_DAT, absolute = R_X86_64_64 };
#else
enum {
  jump_slot = R_AARCH64_JUMP_SLOT,
  global_data = R_AARCH64_GLOB_DAT,
  absolute = R_AARCH64_ABS64
};
#endif

static void *count_malloc(size_t size);
static void *count_calloc(size_t count, size_t size);
static void *count_realloc(void *memory, size_t size);
static void *count_aligned_alloc(size_t alignment, size_t size);
static int count_posix_memalign(void **memory, size_t alignment, size_t size);

static struct function {
  const char *name;
  void *counting;
  void *original;
} functions[] = {
    {"malloc", count_malloc, NULL},
    {"calloc", count_calloc, NULL},
    {"realloc", count_realloc, NULL},
    {"aligned_alloc", count_aligned_alloc, NULL},
    {"posix_memalign", count_posix_memalign, NULL},
};

enum { function_count = sizeof functions / sizeof *functions };

static void note(size_t size) {
  current.allocations += 1;
  current.bytes += (int64_t)size;
}

static void *count_malloc(size_t size) {
  note(size);
  return ((void *(*)(size_t))functions[0].original)(size);
}

static void *count_calloc(size_t count, size_t size) {
  note(count * size);
  return ((void *(*)(size_t, size_t))functions[1].original)(count, size);
}

static void *count_realloc(void *memory, size_t size) {
  note(size);
  return ((void *(*)(void *, size_t))functions[2].original)(memory, size);
}

static void *count_aligned_alloc(size_t alignment, size_t size) {
  note(size);
  return ((void *(*)(size_t, size_t))functions[3].original)(alignment, size);
}

static int count_posix_memalign(void **memory, size_t alignment, size_t size) {
  note(size);
  return ((int (*)(void **, size_t, size_t))functions[4].original)(memory, alignment, size);
}

/// The parts of a library that say which of its variables hold the addresses of which functions.
struct tables {
  ElfW(Addr) base;
  const ElfW(Sym) *symbols;
  const char *names;
  const ElfW(Rela) *relocations[2];
  size_t sizes[2];
};

static void *address(ElfW(Addr) base, ElfW(Addr) value) {
  // Some dynamic linkers have added the base already.
  return (void *)(value < base ? base + value : value);
}

static struct tables read_tables(const struct dl_phdr_info *library, const ElfW(Dyn) *entry) {
  struct tables tables = {.base = library->dlpi_addr};
  for (; entry->d_tag != DT_NULL; entry++) {
    void *pointer = address(tables.base, entry->d_un.d_ptr);
    switch (entry->d_tag) {
      case DT_SYMTAB: tables.symbols = pointer; break;
      case DT_STRTAB: tables.names = pointer; break;
      case DT_RELA: tables.relocations[0] = pointer; break;
      case DT_RELASZ: tables.sizes[0] = entry->d_un.d_val; break;
      case DT_JMPREL: tables.relocations[1] = pointer; break;
      case DT_PLTRELSZ: tables.sizes[1] = entry->d_un.d_val; break;
    }
  }
  return tables;
}

static void set_variable(
    const struct tables *tables, const ElfW(Rela) *relocation, const struct function *function,
    bool enable) {
  void **variable = (void **)(tables->base + relocation->r_offset);
  void *value = enable ? function->counting : function->original;
  size_t kind = ELF64_R_TYPE(relocation->r_info);
  if (kind == jump_slot || kind == global_data) {
    *variable = value;
  } else if (kind == absolute && *variable == (enable ? function->original : function->counting)) {
    // One that belongs to the library, such as the hook of an allocator, which may have been changed.
    *variable = value;
  }
}

static void set_variables(const struct tables *tables, bool enable) {
  for (int table = 0; table < 2; table++) {
    const ElfW(Rela) *relocations = tables->relocations[table];
    size_t count = relocations ? tables->sizes[table] / sizeof *relocations : 0;
    for (size_t index = 0; index < count; index++) {
      size_t symbol = ELF64_R_SYM(relocations[index].r_info);
      if (symbol == 0) continue;
      const char *name = tables->names + tables->symbols[symbol].st_name;
      for (int number = 0; number < function_count; number++) {
        if (strcmp(name, functions[number].name) == 0) {
          set_variable(tables, &relocations[index], &functions[number], enable);
        }
      }
    }
  }
}

static int visit(struct dl_phdr_info *library, size_t size, void *enable) {
  (void)size;
  const ElfW(Dyn) *dynamic = NULL;
  uintptr_t start = 0, end = 0;
  uintptr_t page_mask = ~((uintptr_t)sysconf(_SC_PAGESIZE) - 1);
  for (int index = 0; index < library->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &library->dlpi_phdr[index];
    uintptr_t address = library->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_DYNAMIC) dynamic = (const void *)address;
    if (part->p_type == PT_GNU_RELRO) {
      start = address & page_mask;
      end = (address + part->p_memsz) & page_mask;
    }
  }
  if (!dynamic) return 0;
  struct tables tables = read_tables(library, dynamic);
  if (!tables.symbols || !tables.names) return 0;
  // Many of these variables were made read-only once they were filled in.
  bool is_protected = start < end;
  if (is_protected && mprotect((void *)start, end - start, PROT_READ | PROT_WRITE) != 0) return 0;
  set_variables(&tables, *(bool *)enable);
  if (is_protected) mprotect((void *)start, end - start, PROT_READ);
  return 0;
}

bool allocation_count_enable(bool enable) {
  for (int number = 0; number < function_count; number++) {
    if (functions[number].original) continue;
    functions[number].original = dlsym(RTLD_DEFAULT, functions[number].name);
    if (!functions[number].original) return false;
  }
  dl_iterate_phdr(visit, &enable);
  return true;
}

#else

bool allocation_count_enable(bool enable) {
  (void)enable;
  return false;
}

#endif
