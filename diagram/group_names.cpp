// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/group_names.h"

#include "diagram/draw_builder.h"

#include <algorithm>

namespace cadastre {

std::vector<GroupName> groupNames(const DiagramScene& scene, const DrawOptions& options)
{
    return scene.isEmpty() ? std::vector<GroupName>()
                           : DrawBuilder(scene, EmphasisMap(), options).groupNames();
}

std::vector<GroupName> DrawBuilder::groupNames() &&
{
    placeRegionLabels();
    std::vector<GroupName> names;
    for (const RegionLabel& label : m_regionLabels) {
        QRectF rect = label.rect;
        if (m_list.level == DetailLevel::Rows) { // a line as wide as its region
            const QString& name = graph().groups[label.group].name;
            const double text = boldTextWidth(name, textPixelSize(TextStyle::Group)) + 40;
            rect.setWidth(std::min(rect.width(), text));
        }
        names.push_back({label.group, rect});
    }
    return names;
}

} // namespace cadastre
