// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/diff/read_states.h"

#include "model/catalog/read_kinds.h"

namespace cadastre {

namespace {

QString readKindWords(CatalogKind kind)
{
    return catalogKindName(kind).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString sideName(bool isAfter)
{
    return isAfter ? QStringLiteral("on the right") : QStringLiteral("on the left");
}

} // namespace

ReadStates::ReadStates(const Catalog& before, const Catalog& after, const Pairing& pairing)
    : m_before(before)
    , m_after(after)
    , m_pairing(pairing)
{
}

void ReadStates::count(const QString& what, const QString& reason, int objects)
{
    m_notes[{what, reason}] += objects;
}

void ReadStates::noteEngines(ObjectRef before, const QString& what, const QString& reason)
{
    if (!m_pairing.speakTheSame(before))
        count(what, reason, 0);
}

void ReadStates::noteObject(const QString& what, const QString& reason)
{
    count(what, reason, 0);
}

std::optional<ReadStates::Reason> ReadStates::unknown(const Catalog& catalog, SourceId source,
                                                      CatalogKind kind, const QString& side)
{
    const KindReport* report = catalog.kindReport(source, kind);
    if (report == nullptr || report->state == ReadState::Read)
        return std::nullopt;
    const QString what = readKindWords(kind);
    switch (report->state) {
    case ReadState::EngineHasNone:
        return Reason{
            what,
            QStringLiteral("%1 has no %2").arg(engineName(catalog.source(source).engine), what)};
    case ReadState::PartlyRead:
        return Reason{
            what, QStringLiteral("%1 they were read in part only: %2").arg(side, report->reason)};
    default:
        return Reason{what, QStringLiteral("%1 they were not read: %2").arg(side, report->reason)};
    }
}

/// Whether the other side leaves objects out on purpose that this side has not left out.
bool ReadStates::isLeftOut(const Catalog& here, ObjectRef object, const Catalog& there,
                           SourceId source, const QString& side)
{
    const bool isMember = parentOf(here, object).kind == ObjectKind::Table;
    const int leftOut = leftOutOfScope(there.source(source));
    if (isMember || leftOut == 0 || leftOutOfScope(here.source(here.sourceOf(object))) > 0)
        return false;
    count(readKindWords(catalogKindOf(here, object)),
          QStringLiteral("%1 a scope was chosen, which leaves out %2").arg(side).arg(leftOut), 1);
    return true;
}

bool ReadStates::isKnown(const Catalog& here, ObjectRef object, const Catalog& there,
                         std::optional<ObjectRef> source, const QString& side)
{
    if (!source)
        return true; // the whole source came or went
    if (const auto reason =
            unknown(there, SourceId{source->index}, catalogKindOf(here, object), side)) {
        count(reason->what, reason->reason, 1);
        return false;
    }
    return !isLeftOut(here, object, there, SourceId{source->index}, side);
}

bool ReadStates::isReallyGone(ObjectRef before)
{
    return isKnown(m_before, before, m_after, m_pairing.afterOf(m_before.sourceOf(before)),
                   sideName(true));
}

bool ReadStates::isReallyNew(ObjectRef after)
{
    return isKnown(m_after, after, m_before, m_pairing.beforeOf(m_after.sourceOf(after)),
                   sideName(false));
}

bool ReadStates::canCompare(ObjectRef before, CatalogKind kind)
{
    const SourceId source = m_before.sourceOf(before);
    const auto counterpart = m_pairing.afterOf(source);
    if (!counterpart)
        return false;
    auto reason = unknown(m_before, source, kind, sideName(false));
    if (!reason)
        reason = unknown(m_after, SourceId{counterpart->index}, kind, sideName(true));
    if (!reason)
        return true;
    // what neither engine has is no news
    const KindReport* here = m_before.kindReport(source, kind);
    const KindReport* there = m_after.kindReport(SourceId{counterpart->index}, kind);
    const auto hasNone = [](const KindReport* report) {
        return report != nullptr && report->state == ReadState::EngineHasNone;
    };
    if (!hasNone(here) || !hasNone(there))
        count(reason->what, reason->reason, 0);
    return false;
}

std::vector<NotCompared> ReadStates::take()
{
    std::vector<NotCompared> all;
    for (auto [note, objects] : m_notes.asKeyValueRange())
        all.push_back({note.first, note.second, objects});
    return all;
}

} // namespace cadastre
