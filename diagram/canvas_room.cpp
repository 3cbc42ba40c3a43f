// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/canvas_room.h"

#include <algorithm>

namespace cadastre {

namespace {

constexpr double sheetDistance = 6; ///< kept from a sheet
constexpr double leastRoom = 60;    ///< nothing is shown in less

bool isFree(const QRectF& room, const std::vector<QRectF>& sheets)
{
    return std::none_of(sheets.begin(), sheets.end(),
                        [&](const QRectF& sheet) { return sheet.intersects(room); });
}

} // namespace

std::vector<QRectF> freeRooms(QSizeF area, const std::vector<QRectF>& sheets)
{
    // the sides of the largest rooms are those of the area or of sheets
    std::vector<double> lefts{0};
    std::vector<double> rights{area.width()};
    std::vector<double> tops{0};
    std::vector<double> bottoms{area.height()};
    for (const QRectF& sheet : sheets) {
        lefts.push_back(sheet.right() + sheetDistance);
        rights.push_back(sheet.left() - sheetDistance);
        tops.push_back(sheet.bottom() + sheetDistance);
        bottoms.push_back(sheet.top() - sheetDistance);
    }
    std::vector<QRectF> rooms;
    for (const double left : lefts)
        for (const double right : rights)
            for (const double top : tops)
                for (const double bottom : bottoms) {
                    const QRectF room(QPointF(left, top), QPointF(right, bottom));
                    if (room.width() >= leastRoom && room.height() >= leastRoom &&
                        isFree(room, sheets))
                        rooms.push_back(room);
                }
    std::stable_sort(rooms.begin(), rooms.end(), [](const QRectF& a, const QRectF& b) {
        return a.width() * a.height() > b.width() * b.height();
    });
    std::vector<QRectF> largest;
    for (const QRectF& room : rooms) {
        const bool inside = std::any_of(largest.begin(), largest.end(),
                                        [&](const QRectF& other) { return other.contains(room); });
        if (!inside)
            largest.push_back(room);
    }
    return largest;
}

double shiftInto(double from, double to, double low, double high)
{
    if (from < low || to - from > high - low)
        return low - from;
    return to > high ? high - to : 0.0;
}

} // namespace cadastre
