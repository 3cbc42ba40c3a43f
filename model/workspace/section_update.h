// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// SectionUpdate: writes one section of an entry document so that what did not change, and what this
// version does not know, keeps its bytes. What the sections mean lives beside this file.
#pragma once

#include "model/workspace/entry_document.h"

namespace cadastre {

/// The members that this version writes; the others of the old entry stay. A member that is now
/// empty is left out.
QByteArray updatedEntry(const QByteArray& old, const RawEntries& known);

/// Writes one section: entries whose value did not change keep their bytes. The destructor puts the
/// section into the document; an empty one is left out.
template <typename Value> class SectionUpdate
{
public:
    SectionUpdate(EntryDocument& document, const QByteArray& name)
        : m_document(document)
        , m_name(name)
        , m_old(document.sections[name])
    {
    }
    ~SectionUpdate()
    {
        if (m_new.empty())
            m_document.sections.erase(m_name);
        else
            m_document.sections[m_name] = std::move(m_new);
    }
    SectionUpdate(const SectionUpdate&) = delete;
    SectionUpdate& operator=(const SectionUpdate&) = delete;

    template <typename Parse, typename Members>
    void set(const QByteArray& name, const Value& value, Parse parse, Members members)
    {
        const auto old = m_old.find(name);
        const bool unchanged = old != m_old.end() && parse(old->second) == value;
        const QByteArray before = old == m_old.end() ? QByteArray("{}") : old->second;
        m_new[name] = unchanged ? before : updatedEntry(before, members(value));
    }
    /// Entries that this version cannot read stay: those for whose name and raw value `isKnown` is
    /// false.
    template <typename IsKnown> void keepUnknown(IsKnown isKnown)
    {
        for (const auto& [name, value] : m_old) {
            if (!isKnown(name, value))
                m_new[name] = value;
        }
    }

private:
    EntryDocument& m_document;
    QByteArray m_name;
    RawEntries m_old;
    RawEntries m_new;
};

} // namespace cadastre
