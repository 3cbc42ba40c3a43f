// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ReadStates: what each side has read and what its engine has at all, so that nothing is called
// missing that was not looked at; collects what could not be compared because of it.
#pragma once

#include "model/diff/pairing.h"

namespace cadastre {

class ReadStates
{
public:
    ReadStates(const Catalog& before, const Catalog& after, const Pairing& pairing);

    /// Whether an old object without a counterpart is really gone; where nobody knows, it is
    /// counted among what was not compared.
    bool isReallyGone(ObjectRef before);
    /// The same of a new object.
    bool isReallyNew(ObjectRef after);
    /// Whether facts of this kind can be compared for a pair: both sides have them, fully read.
    bool canCompare(ObjectRef before, CatalogKind kind);
    /// Notes that something of a pair cannot be compared between these engines.
    void noteEngines(ObjectRef before, const QString& what, const QString& reason);
    void noteObject(const QString& what, const QString& reason);

    /// Sorted by what.
    [[nodiscard]] std::vector<NotCompared> take();

private:
    struct Reason
    {
        QString what;
        QString reason;
    };
    /// Why a side does not know whether it has objects of this kind; absent where it knows.
    [[nodiscard]] static std::optional<Reason> unknown(const Catalog& catalog, SourceId source,
                                                       CatalogKind kind, const QString& side);
    bool isKnown(const Catalog& here, ObjectRef object, const Catalog& there,
                 std::optional<ObjectRef> source, const QString& side);
    bool isLeftOut(const Catalog& here, ObjectRef object, const Catalog& there, SourceId source,
                   const QString& side);
    void count(const QString& what, const QString& reason, int objects);

    const Catalog& m_before;
    const Catalog& m_after;
    const Pairing& m_pairing;
    QMap<std::pair<QString, QString>, int> m_notes; ///< objects by what and reason
};

} // namespace cadastre
