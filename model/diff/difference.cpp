// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// From who is who to what differs: objects that came or went, pairs property by property, filtered
// and sorted. How single kinds compare lives in compare_*.cpp, what it means in meaning.cpp.
#include "model/diff/difference.h"

#include "model/diff/comparison.h"
#include "model/diff/difference_order.h"
#include "model/diff/object_words.h"

#include <algorithm>

namespace cadastre {

namespace {

bool isBackingIndex(const Catalog& catalog, ObjectRef object)
{
    return object.kind == ObjectKind::Index && catalog.index({object.index}).backsConstraint;
}

class DifferenceMaker
{
public:
    DifferenceMaker(const Catalog& before, const Catalog& after, const DifferenceOptions& options)
        : m_pairing(before, after, options)
        , m_states(before, after, m_pairing)
        , m_all{before, after, m_pairing, m_states}
        , m_areas(options.areas)
    {
    }

    CatalogDifference run()
    {
        m_rights = compareGrants(m_all);
        for (const ObjectKind kind : objectKinds) {
            for (int i = 0; i < objectCount(m_all.before.objects(), kind); ++i)
                takeOld({kind, i});
            for (int i = 0; i < objectCount(m_all.after.objects(), kind); ++i)
                takeNew({kind, i});
        }
        takeRelationships(m_all.before, false);
        takeRelationships(m_all.after, true);
        sortChanges(m_all, m_result.changes);
        m_result.notCompared = m_states.take();
        return std::move(m_result);
    }

private:
    void takeOld(ObjectRef old)
    {
        if (m_all.before.base(old).system)
            return;
        if (const auto now = m_pairing.afterOf(old)) {
            comparePair(old, *now);
            return;
        }
        const ObjectRef owner = ownerOf(m_all.before, old);
        const bool isAlone = owner == old || m_pairing.afterOf(owner);
        if (!isAlone || !isObjectOfItsOwn(m_all.before, old, m_pairing.afterOf(sourceOf(old))) ||
            !m_states.isReallyGone(old))
            return;
        m_gone.insert(old);
        ObjectChange change = objectChange(m_all.before, old, ChangeSign::Removed);
        change.before = old;
        describeRemoved(m_all.before, old, change);
        keep(std::move(change));
    }

    void takeNew(ObjectRef now)
    {
        if (m_all.after.base(now).system || m_pairing.beforeOf(now))
            return;
        const ObjectRef owner = ownerOf(m_all.after, now);
        const bool isAlone = owner == now || m_pairing.beforeOf(owner);
        const auto source = m_pairing.beforeOf(ObjectRef(m_all.after.sourceOf(now)));
        if (!isAlone || !isObjectOfItsOwn(m_all.after, now, source) || !m_states.isReallyNew(now))
            return;
        m_new.insert(now);
        ObjectChange change = objectChange(m_all.after, now, ChangeSign::Added);
        change.after = now;
        describeAdded(m_all.after, now, change);
        keep(std::move(change));
    }

    [[nodiscard]] ObjectRef sourceOf(ObjectRef old) const { return m_all.before.sourceOf(old); }

    /// Whether an object without a counterpart stands for something of its own. What an engine
    /// makes for a constraint or a column does not, nor do roles beside another engine.
    [[nodiscard]] bool isObjectOfItsOwn(const Catalog& catalog, ObjectRef object,
                                        std::optional<ObjectRef> otherSource) const
    {
        if (isBackingIndex(catalog, object))
            return false;
        const bool isBefore = &catalog == &m_all.before;
        const Source& here = catalog.source(catalog.sourceOf(object));
        const Catalog& there = isBefore ? m_all.after : m_all.before;
        const bool isOtherEngine =
            otherSource && there.source({otherSource->index}).engine != here.engine;
        if (!isOtherEngine)
            return true;
        if (object.kind == ObjectKind::Routine)
            return catalog.routine({object.index}).returns != QLatin1String("trigger");
        if (object.kind == ObjectKind::Constraint) {
            const ConstraintKind kind = catalog.constraint({object.index}).kind;
            return kind == ConstraintKind::PrimaryKey || kind == ConstraintKind::Unique ||
                   kind == ConstraintKind::ForeignKey; // others are words of an engine
        }
        if (object.kind == ObjectKind::Other &&
            catalog.other({object.index}).kind == CatalogKind::Unknown)
            return false;
        const bool isOwnedSequence =
            object.kind == ObjectKind::Other && catalog.other({object.index}).about.has_value();
        return object.kind != ObjectKind::Role && !isOwnedSequence;
    }

    void comparePair(ObjectRef old, ObjectRef now)
    {
        if (isBackingIndex(m_all.before, old) && isBackingIndex(m_all.after, now))
            return;
        std::vector<PropertyChange> properties = compareObjects(m_all, old, now);
        if (const auto rights = m_rights.constFind(now); rights != m_rights.constEnd())
            properties.insert(properties.end(), rights->begin(), rights->end());
        const auto renamed = m_pairing.renamed(old);
        if (properties.empty() && !renamed)
            return;
        ObjectChange change = objectChange(m_all.after, now, ChangeSign::Altered);
        change.before = old;
        change.after = now;
        change.keyBefore = m_all.before.keyOf(old);
        change.renameReason = renamed;
        change.properties = std::move(properties);
        keep(std::move(change));
    }

    void keep(ObjectChange change)
    {
        std::erase_if(change.properties, [this](const PropertyChange& property) {
            return !m_areas.testFlag(property.area);
        });
        const bool isItself = m_areas.testFlag(change.area);
        if (!isItself)
            change.renameReason.reset();
        if (change.sign == ChangeSign::Altered ? change.properties.empty() && !change.isRenamed()
                                               : !isItself)
            return;
        if (change.sign == ChangeSign::Altered)
            describeAltered(change);
        m_result.changes.push_back(std::move(change));
    }

    /// Whether a foreign key came or went, itself or with what it stands in.
    [[nodiscard]] static bool isAmong(const QSet<ObjectRef>& objects, const Catalog& catalog,
                                      ObjectRef object)
    {
        while (!objects.contains(object)) {
            const ObjectRef owner = parentOf(catalog, object);
            if (owner == object)
                return false;
            object = owner;
        }
        return true;
    }

    void takeRelationships(const Catalog& catalog, bool isAdded)
    {
        if (!m_areas.testFlag(DifferenceArea::Constraints))
            return;
        const auto& all = catalog.objects().constraints;
        for (int i = 0; i < static_cast<int>(all.size()); ++i) {
            if (all[i].kind == ConstraintKind::ForeignKey &&
                isAmong(isAdded ? m_new : m_gone, catalog, ConstraintId{i}))
                m_result.relationships.push_back(relationshipChange(catalog, {i}, isAdded));
        }
    }

    Pairing m_pairing;
    ReadStates m_states;
    Comparison m_all;
    DifferenceAreas m_areas;
    QHash<ObjectRef, std::vector<PropertyChange>> m_rights;
    QSet<ObjectRef> m_gone;
    QSet<ObjectRef> m_new;
    CatalogDifference m_result;
};

} // namespace

CatalogDifference difference(const Catalog& before, const Catalog& after,
                             const DifferenceOptions& options)
{
    return DifferenceMaker(before, after, options).run();
}

} // namespace cadastre
