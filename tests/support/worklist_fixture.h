// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Everything that a worklist is asked with, from the objects of one source; each part may be
// changed before asking.
#pragma once

#include "model/worklist/worklist.h"
#include "tests/support/schema_text.h"

namespace cadastre::test {

class WorklistFixture
{
public:
    explicit WorklistFixture(CatalogObjects objects)
    {
        auto part = std::make_shared<const SourceCatalog>(finishSource(std::move(objects)));
        catalog = std::make_shared<const Catalog>(mergeSources({part}));
        commented = CommentedCatalog(catalog, {});
        relationships = declaredRelationships(*catalog);
        const std::atomic_bool cancelled = false;
        uses = readUses(*catalog, cancelled);
        ownership = ownershipOf(*catalog, boundaries);
    }
    explicit WorklistFixture(const QString& text)
        : WorklistFixture(SchemaText::source(text).objects)
    {
    }

    [[nodiscard]] WorklistFacts facts() const
    {
        return {commented, relationships, uses, boundaries, ownership, conventions};
    }
    [[nodiscard]] ObjectRef object(const char* name) const
    {
        const Result<ObjectRef> found = catalog->resolve(QString::fromUtf8(name));
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    void stage(const char* name, const char* comment)
    {
        StagedEdits edits = commented.staged();
        const ObjectRef ref = object(name);
        edits.stage(
            {catalog->keyOf(ref), catalog->base(ref).comment.text, QString::fromUtf8(comment)});
        commented = commented.withStaged(edits);
    }
    void draw(const Boundaries& drawn)
    {
        boundaries = drawn;
        ownership = ownershipOf(*catalog, boundaries);
    }
    /// The reason of an object's heaviest entry; empty for none.
    [[nodiscard]] QString reasonOf(const char* name) const
    {
        const WorklistEntry* entry = entryOf(name);
        return entry == nullptr ? QString() : entry->reason;
    }
    /// Its place in the list from 0; -1 for none.
    [[nodiscard]] int placeOf(const char* name) const
    {
        const WorklistEntry* entry = entryOf(name);
        return entry == nullptr ? -1 : static_cast<int>(entry - m_entries.data());
    }
    [[nodiscard]] const WorklistEntry* entryOf(const char* name) const
    {
        m_entries = worklist(facts());
        const auto found = std::ranges::find(m_entries, object(name), &WorklistEntry::object);
        return found == m_entries.end() ? nullptr : &*found;
    }

    std::shared_ptr<const Catalog> catalog;
    CommentedCatalog commented;
    std::vector<Relationship> relationships;
    UseReading uses;
    Boundaries boundaries;
    Ownership ownership;
    Conventions conventions;

private:
    mutable std::vector<WorklistEntry> m_entries;
};

} // namespace cadastre::test
